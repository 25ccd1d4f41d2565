import { expect } from "vitest";
import type { WrittenMessage } from "./parse-case";

export interface SeenMessage {
  readonly first: string;
  readonly lines: readonly string[];
  readonly body: Buffer;
}

/** Compares what came with what is written; only what is written is looked at. */
export function expectMessage(
  what: string,
  seen: SeenMessage,
  written: WrittenMessage,
  fill: (text: string) => string,
) {
  const words = fill(written.first);
  const first = words.includes(" ") || !seen.first.includes(" ") ? seen.first : (seen.first.split(" ")[0] as string);
  expectText(`${what}: first line`, first, words);
  const wanted = new Map<string, string[]>();
  for (const [name, value] of written.headers) {
    const key = name.toLowerCase();
    wanted.set(key, [...(wanted.get(key) ?? []), fill(value)]);
  }
  for (const [name, values] of wanted) {
    const got = valuesOf(seen.lines, name);
    if (values.length === 1) expectText(`${what}: ${name}`, got.join(", "), values[0] as string);
    else expect.soft(got, `${what}: ${name}`).toEqual(values);
  }
  for (const name of written.absent) expect.soft(valuesOf(seen.lines, name), `${what}: ${name} is absent`).toEqual([]);
  if (written.body !== null) expectBody(`${what}: body`, seen.body, fill(written.body), written.options);
}

function expectBody(what: string, body: Buffer, wanted: string, options: ReadonlyMap<string, string>): void {
  if (options.get("body-encoding") === "base64") {
    expect.soft(body.toString("base64"), what).toBe(wanted);
    return;
  }
  const text = body.toString("utf8");
  if (options.has("json")) {
    let parsed: unknown = text;
    try {
      parsed = JSON.parse(text);
    } catch {
      // Not JSON: shown as it is.
    }
    expect.soft(parsed, what).toEqual(withWildcards(JSON.parse(wanted)));
    return;
  }
  expectText(what, text.replace(/\r\n/g, "\n").replace(/\n+$/, ""), wanted);
}

/** "*" is anything, "~pattern~" a regular expression, everything else itself. */
function expectText(what: string, got: string, wanted: string): void {
  if (wanted === "*") {
    expect.soft(got, what).not.toBe("");
    return;
  }
  const pattern = /^~([\s\S]+)~$/.exec(wanted)?.[1];
  if (pattern !== undefined) expect.soft(got, what).toMatch(new RegExp(pattern));
  else expect.soft(got, what).toBe(wanted);
}

/** Texts as expectText takes them, wherever they stand. */
export function withWildcards(value: unknown): unknown {
  if (value === "*") return expect.anything();
  if (typeof value === "string") {
    const pattern = /^~([\s\S]+)~$/.exec(value)?.[1];
    return pattern === undefined ? value : expect.stringMatching(new RegExp(pattern));
  }
  if (Array.isArray(value)) return value.map(withWildcards);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withWildcards(each)]));
}

const valuesOf = (lines: readonly string[], name: string): string[] =>
  lines.filter((_, index) => index % 2 === 1 && lines[index - 1]?.toLowerCase() === name);
