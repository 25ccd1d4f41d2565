import type { Assertion } from "@/contract/console-run";
import type { Trace } from "@/contract/trace";
import { bodyText, type ConsoleRun, headerOf } from "../run/console-run";
import { traceSteps } from "../trace/trace-steps";

const mostValues = 5;
/** What is another with every request proves nothing. */
const fleeting = /(^|_|\b)(date|time|timestamp|at|id|uuid|guid|token|nonce|etag|trace|duration|age)$/i;

/** What an answer and its trace suggest to expect of the next one. */
export function proposeAssertions(run: Pick<ConsoleRun, "head" | "chunks" | "trace">): Assertion[] {
  const { head, trace } = run;
  if (head === null) return [];
  const type = headerOf(head.headers, "content-type");
  const text = bodyText(run);
  return [
    { kind: "status", equals: head.status },
    ...(type === null
      ? []
      : [{ kind: "header", name: "Content-Type", is: "contains", value: type.split(";")[0]?.trim() ?? "" } as const]),
    ...(text === null ? [] : valuesOf(text)),
    ...(trace == null ? [] : reachedBy(trace)),
  ];
}

function valuesOf(text: string): Assertion[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const found: Assertion[] = [];
  const visit = (each: unknown, path: string, name: string, depth: number) => {
    if (found.length >= mostValues || depth > 3) return;
    if (Array.isArray(each)) {
      if (each.length > 0) visit(each[0], `${path}[0]`, "", depth + 1);
    } else if (typeof each === "object" && each !== null) {
      for (const [key, inner] of Object.entries(each)) {
        const step = /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
        visit(inner, path + step, key, depth + 1);
      }
    } else if (path !== "$" && String(each).length <= 120) {
      found.push(
        fleeting.test(name)
          ? { kind: "json", path, is: "exists" }
          : { kind: "json", path, is: "equals", value: JSON.stringify(each) },
      );
    }
  };
  visit(value, "$", "", 0);
  return found;
}

/** Branches and what ended the request: that another one was not taken is what a test is for. */
function reachedBy(trace: Trace): Assertion[] {
  const reached: Assertion[] = [];
  const seen = new Set<string>();
  for (const { entry, section } of traceSteps(trace)) {
    const { place } = entry;
    if (place === undefined) continue;
    const segments = place.path.split("/");
    const at = segments.findLastIndex((segment) => /^(when|otherwise)\[/.test(segment));
    const isEnd = entry.error !== undefined || /^(return-response|mock-response)$/.test(entry.source);
    if (at < 0 && !isEnd) continue;
    const inner = isEnd ? place.path : segments.slice(0, at + 1).join("/");
    const path = /^(inbound|backend|outbound|on-error)\[/.test(inner) ? inner : `${section}[1]/${inner}`;
    const isFragment = /^\/policyfragments\//i.test(place.documentId);
    const key = `${place.documentId} ${path}`;
    if (seen.has(key) || reached.length >= mostValues) continue;
    seen.add(key);
    reached.push({ kind: "policy", path: isFragment ? inner : path, documentId: place.documentId });
  }
  return reached;
}
