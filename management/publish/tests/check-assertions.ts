import { runInNewContext } from "node:vm";
import { canonicalJson } from "@/contract/canonical-json";
import type { Assertion, RunHeader, TestFailure } from "@/contract/console-run";
import type { Trace, TraceEntry } from "@/contract/trace";
import type { Json } from "@/lib/json";
import { atJsonPath, readJsonPath } from "../../resources/saved-requests/json-path";

/** What came of a request. */
export interface Observed {
  status: number;
  headers: readonly RunHeader[];
  body: string;
  trace: Trace | null;
}

const maxShown = 500;
const maxMatched = 16_000;
const matchMs = 100;
/** All patterns of one test may take so long together. */
const matchAllMs = 500;

/** Those that do not hold, each with what was there instead. */
export function checkAssertions(assertions: readonly Assertion[], observed: Observed): TestFailure[] {
  const matcher = new Matcher();
  return assertions.flatMap((assertion) => {
    const found = check(assertion, observed, matcher);
    if (found === null) return [];
    const told = "value" in assertion ? { ...assertion, value: shortened(assertion.value ?? "") } : assertion;
    return [{ assertion: told, expected: shortened(found.expected), actual: shortened(found.actual) }];
  });
}

type Found = { expected: string; actual: string } | null;

function check(assertion: Assertion, observed: Observed, matcher: Matcher): Found {
  switch (assertion.kind) {
    case "status":
      return checkStatus(assertion, observed.status);
    case "header":
      return checkHeader(assertion, observed.headers, matcher);
    case "body": {
      const { is, value } = assertion;
      const holds = is === "equals" ? observed.body === value : observed.body.includes(value);
      return holds ? null : { expected: value, actual: observed.body };
    }
    case "json":
      return checkJson(assertion, observed.body);
    case "variable": {
      const actual = observed.trace === null ? undefined : variablesOf(observed.trace).get(assertion.name);
      if (actual === assertion.value) return null;
      return { expected: assertion.value, actual: actual ?? absent(observed.trace) };
    }
    case "policy": {
      const { path, documentId } = assertion;
      const places = observed.trace === null ? [] : reachedPlaces(observed.trace);
      const reached = places.some(
        (place) => place.paths.includes(path) && (documentId === undefined || place.documentId === documentId),
      );
      return reached ? null : { expected: path, actual: absent(observed.trace) };
    }
  }
}

const absent = (trace: Trace | null): string => (trace === null ? "(no trace)" : "");

function checkStatus({ equals, from = 0, to = 999 }: Extract<Assertion, { kind: "status" }>, status: number): Found {
  const holds = equals === undefined ? status >= from && status <= to : status === equals;
  return holds ? null : { expected: equals === undefined ? `${from}-${to}` : String(equals), actual: String(status) };
}

function checkHeader(
  { name, is, value = "" }: Extract<Assertion, { kind: "header" }>,
  headers: readonly RunHeader[],
  matcher: Matcher,
): Found {
  const values = headers.filter((header) => header.name.toLowerCase() === name.toLowerCase()).map((it) => it.value);
  const whole = values.join(", ");
  // A header that comes again may be meant by the line, or as the list that its lines are.
  const all = values.length > 1 ? [...values, whole] : values;
  if (is === "matches") {
    const found = matcher.matches(value, all);
    return found === true ? null : { expected: value, actual: found === false ? whole : `(${found})` };
  }
  const holds = {
    exists: () => true,
    equals: (each: string) => each === value,
    contains: (each: string) => each.includes(value),
  }[is];
  return all.some(holds) ? null : { expected: is === "exists" ? name : value, actual: whole };
}

/** A pattern may take longer than all else in the world: it is given up after a moment, and all of a test's soon. */
class Matcher {
  #leftMs = matchAllMs;

  /** A text says why that cannot be told. */
  matches(pattern: string, values: readonly string[]): boolean | string {
    if (values.length === 0) return false;
    if (this.#leftMs < 1) return tooLong;
    // Nothing of this side goes in but text: what is not the context's own could lead out of it.
    const given = Object.assign(Object.create(null), {
      pattern,
      values: JSON.stringify(values.map((value) => value.slice(0, maxMatched))),
    });
    const startedAt = performance.now();
    try {
      const timeout = Math.ceil(Math.min(matchMs, this.#leftMs));
      return runInNewContext(matching, given, { timeout }) === true;
    } catch (error) {
      return (error as { code?: unknown }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT" ? tooLong : "not a valid pattern";
    } finally {
      this.#leftMs -= performance.now() - startedAt;
    }
  }
}

const matching = "const regex = new RegExp(pattern, 'u'); JSON.parse(values).some((value) => regex.test(value))";
const tooLong = "the pattern takes too long";

function checkJson({ path, is, value = "" }: Extract<Assertion, { kind: "json" }>, body: string): Found {
  const expected = is === "exists" ? path : value;
  const json = asJson(body);
  if (json === undefined) return { expected, actual: body };
  const actual = atJsonPath(json, readJsonPath(path) ?? [path]);
  if (actual === undefined) return { expected, actual: "" };
  if (is === "exists") return null;
  // A text may be given without its quotes.
  if (actual === value) return null;
  const wanted = asJson(value);
  try {
    const written = canonicalJson(actual);
    if (wanted !== undefined && written === canonicalJson(wanted)) return null;
    return { expected, actual: typeof actual === "string" ? actual : written };
  } catch (error) {
    // Nested deeper than the stack is.
    if (error instanceof RangeError) return { expected, actual: body };
    throw error;
  }
}

function asJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Of all that was changed, the last word. */
function variablesOf(trace: Trace): Map<string, string | null> {
  const variables = new Map<string, string | null>();
  const walk = (entries: readonly TraceEntry[]) => {
    for (const { entries: inner = [], changes = [] } of entries) {
      walk(inner);
      for (const { what, name, after } of changes) if (what === "variable") variables.set(name, after);
    }
  };
  for (const section of sections) walk(trace.traceEntries[section] ?? []);
  return variables;
}

const sections = ["inbound", "backend", "outbound", "on-error"] as const;

/** Where policies ran, as the trace writes it and from the document's root; branches of choose count as places. */
function reachedPlaces(trace: Trace): { documentId: string; paths: string[] }[] {
  const places: { documentId: string; paths: string[] }[] = [];
  for (const section of sections) {
    const walk = (entries: readonly TraceEntry[]) => {
      for (const { place, data, entries: inner = [] } of entries) {
        walk(inner);
        if (place === undefined) continue;
        const own = [place.path, ...(typeof data.branch === "string" ? [`${place.path}/${data.branch}`] : [])];
        const paths = own.flatMap((path) => [path, `${section}[1]/${path}`]);
        places.push({ documentId: place.documentId, paths });
      }
    };
    walk(trace.traceEntries[section] ?? []);
  }
  return places;
}

const shortened = (text: string): string => (text.length > maxShown ? `${text.slice(0, maxShown)} …` : text);
