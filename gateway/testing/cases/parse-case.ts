/**
 * A case file: what it shows, then parts that each begin with "=== ". The head is sentences, and a line
 * "covers: rate-limit 1, rate-limit error 1" for each statement of a policy's documentation that it proves.
 */
export interface PolicyCase {
  readonly title: string;
  readonly covers: readonly string[];
  readonly parts: readonly CasePart[];
}
export interface CasePart {
  /**
   * "policy", "fragment", "documents", "operation", "schema", "request", "answer", "call", "no-call", "response", "pause",
   * "settings", "trace" (a JSON list of all that "=== request traced", whose response stands before, tells of that source), "metrics", "events", "messages" (JSON lists of all that policies reported or sent to queues up to there).
   * A server named "dapr" is the sidecar. Below "=== operation GET /items" may stand its description (templateParameters, request, responses) as
   * JSON; "=== schema NAME CONTENT-TYPE" is one of the API's, with "service" behind it one of the service's;
   * "=== graphql" is the schema that makes the API a GraphQL one, and "=== resolver Query/user" the policy of one of its fields;
   * "=== backend NAME" is a backend entity, of which only what differs from an empty one is written, as JSON.
   */
  readonly kind: string;
  /** The words behind it: "=== policy global" */
  readonly words: readonly string[];
  readonly line: number;
  readonly text: string;
}

export function parseCase(text: string): PolicyCase {
  const lines = text.replace(/\r\n/g, "\n").split("\n");
  const parts: { kind: string; words: string[]; line: number; lines: string[] }[] = [];
  const head: string[] = [];
  for (const [index, line] of lines.entries()) {
    const mark = /^=== (.+)$/.exec(line);
    if (mark !== null) {
      const [kind = "", ...words] = (mark[1] as string).trim().split(/\s+/);
      parts.push({ kind, words, line: index + 1, lines: [] });
    } else (parts.at(-1)?.lines ?? head).push(line);
  }
  const covers = head
    .filter((line) => line.startsWith("covers:"))
    .flatMap((line) => line.slice("covers:".length).split(","))
    .map((each) => each.trim());
  const title = head
    .filter((line) => !line.startsWith("covers:"))
    .join(" ")
    .trim();
  return { title, covers, parts: parts.map(({ lines: own, ...part }) => ({ ...part, text: trimmed(own) })) };
}

/** Without empty lines at its end; those before are content. */
function trimmed(lines: string[]): string {
  let end = lines.length;
  while (end > 0 && lines[end - 1] === "") end--;
  return lines.slice(0, end).join("\n");
}

/** A message as a part writes it: a first line, header lines, an empty line, a body. */
export interface WrittenMessage {
  readonly first: string;
  readonly headers: readonly (readonly [string, string])[];
  /** "-Name": must not be there. */
  readonly absent: readonly string[];
  /** "~name: value" lines, which are for the runner. */
  readonly options: ReadonlyMap<string, string>;
  /** null: none is written. */
  readonly body: string | null;
}

export function parseMessage({ text, kind, line }: CasePart): WrittenMessage {
  const [first = "", ...rest] = text.split("\n");
  const gap = rest.indexOf("");
  const headerLines = gap < 0 ? rest : rest.slice(0, gap);
  const headers: [string, string][] = [];
  const absent: string[] = [];
  const options = new Map<string, string>();
  for (const each of headerLines) {
    const [, sign = "", name = "", , value = ""] = /^([-~]?)([^:\s]+)(:\s*(.*))?$/.exec(each) ?? [];
    if (name === "") throw new Error(`Line ${line}: '${each}' is not a header line of '${kind}'.`);
    if (sign === "-") absent.push(name);
    else if (sign === "~") options.set(name, value);
    else headers.push([name, value]);
  }
  return { first, headers, absent, options, body: gap < 0 ? null : rest.slice(gap + 1).join("\n") };
}
