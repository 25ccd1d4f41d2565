import { createHash } from "node:crypto";
import type { CoveredBranch, DocumentCoverage } from "@/contract/console-run";
import type { Trace, TraceEntry } from "@/contract/trace";
import { policyReferences } from "@/policy/references";
import { childPath } from "@/policy/xml/element-path";
import { elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import type { Reader } from "../../resources/behaviour";

const sectionNames = new Set(["inbound", "backend", "outbound", "on-error"]);
const maxDocuments = 200;

/** What traces have shown of documents: where something ran, and which branch was taken there. */
export class Reached {
  readonly #starts = new Map<string, Set<string>>();

  add(trace: Trace): void {
    for (const entries of Object.values(trace.traceEntries)) this.#walk(entries ?? []);
  }

  get documentIds(): string[] {
    return [...this.#starts.keys()];
  }

  ran(documentId: string, start: number): boolean {
    return this.#starts.get(documentId)?.has(`${start}`) === true;
  }

  took(documentId: string, start: number, branch: string): boolean {
    return this.#starts.get(documentId)?.has(`${start} ${branch}`) === true;
  }

  #walk(entries: readonly TraceEntry[]): void {
    for (const { place, data, entries: inner = [] } of entries) {
      this.#walk(inner);
      if (place === undefined) continue;
      const starts = this.#starts.get(place.documentId) ?? new Set();
      this.#starts.set(place.documentId, starts);
      starts.add(`${place.start}`);
      if (typeof data.branch === "string") starts.add(`${place.start} ${data.branch}`);
    }
  }
}

interface Sources {
  read: Pick<Reader, "read">;
  /** As it was when the first test began: what was changed since then ran as another text, or may have. */
  before: Pick<Reader, "read">;
  live: Pick<Reader, "read">;
  /** Of the live configuration when the first test began. */
  revision: number;
}

/** Of the policies that these operations run by, and the fragments that they include. */
export async function coverageOf(
  operationIds: ReadonlySet<string>,
  reached: Reached,
  { read, before, live, revision: first }: Sources,
): Promise<DocumentCoverage[]> {
  const wanted = ["/policies/policy"];
  for (const id of operationIds) {
    wanted.push(`${id.split("/").slice(0, 3).join("/")}/policies/policy`, `${id}/policies/policy`);
  }
  // Products' policies apply by whose key was sent, which only a trace tells.
  wanted.push(...reached.documentIds);
  const coverage: DocumentCoverage[] = [];
  const seen = new Set<string>();
  for (let id = wanted.shift(); id !== undefined && seen.size < maxDocuments; id = wanted.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const document = await read.read(id);
    if (document === null || typeof document.properties.value !== "string") continue;
    const text = document.properties.value;
    const { fragments } = policyReferences(text);
    wanted.push(
      ...fragments.map((written) => `/policyfragments/${written.slice(written.lastIndexOf("/") + 1)}`.toLowerCase()),
    );
    const { revision = null } = (await live.read(id)) ?? {};
    const isLive = revision === document.revision;
    const isChanged = isLive ? document.revision > first : (await before.read(id))?.properties.value !== text;
    if (isChanged) continue;
    coverage.push({
      documentId: id,
      hash: createHash("sha256").update(text).digest("hex"),
      revision: isLive ? revision : null,
      branches: branchesOf(id, text, reached),
    });
  }
  return coverage;
}

function branchesOf(documentId: string, text: string, reached: Reached): CoveredBranch[] {
  const branches: CoveredBranch[] = [];
  const [root] = elementsOf(parse(text).document.nodes);
  const walk = (element: XmlElement, path: string): void => {
    const counts = new Map<string, number>();
    for (const child of elementsOf(element.children)) {
      const count = (counts.get(child.name) ?? 0) + 1;
      counts.set(child.name, count);
      const here = childPath(path, child.name, count);
      const { start, end } = child.span;
      const isBranch = element.name === "choose" && (child.name === "when" || child.name === "otherwise");
      const isSection = path === "" && sectionNames.has(child.name);
      if (isBranch) {
        const condition = child.attributes.find(({ name }) => name === "condition")?.value ?? null;
        const isReached = reached.took(documentId, element.span.start, `${child.name}[${count}]`);
        branches.push({ path: here, start, end, condition, reached: isReached });
      } else if (isSection && elementsOf(child.children).some(({ name }) => name !== "base")) {
        branches.push({ path: here, start, end, condition: null, reached: hasRun(child, documentId, reached) });
      }
      walk(child, here);
    }
  };
  if (root !== undefined) walk(root, "");
  return branches;
}

const hasRun = (element: XmlElement, documentId: string, reached: Reached): boolean =>
  elementsOf(element.children).some((child) => reached.ran(documentId, child.span.start));
