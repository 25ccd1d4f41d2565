import type { TraceChange } from "@/contract/trace";
import type { Body, Exchange } from "@/policy/exchange";
import { expressionText } from "@/policy/expression/compile-expression";
import { typeNameOf } from "@/policy/kits/object/type-name-of";
import { capture, capturedText } from "./captured-body";

/** More than is told, so that what is cut off first is no secret's half. */
const maxLength = 40_000;

/** What steps may change, as it was at one moment. */
export interface ObservedState {
  readonly request: ReadonlyMap<string, string>;
  readonly response: ReadonlyMap<string, string> | null;
  readonly target: ReadonlyMap<string, string>;
  readonly variables: ReadonlyMap<string, unknown>;
  readonly bodies: readonly [Body, Body | null];
}

export function observe({ request, response, target, variables }: Exchange): ObservedState {
  capture(request.body);
  if (response !== null) capture(response.body);
  return {
    request: new Map([["method", request.method], ...headersOf(request.headers.lines)]),
    response:
      response === null
        ? null
        : new Map([["status", `${response.status} ${response.reason}`.trim()], ...headersOf(response.headers.lines)]),
    target: new Map([
      ["url", `${target.baseUrl ?? ""}${target.path}${target.query}`],
      ["backend", target.backendId ?? ""],
    ]),
    variables: new Map(variables),
    bodies: [request.body, response?.body ?? null],
  };
}

export function changesBetween(before: ObservedState, after: ObservedState): TraceChange[] {
  return [
    ...differences("request", before.request, after.request),
    ...bodyChange("request", before.bodies[0], after.bodies[0]),
    ...differences("response", before.response ?? new Map(), after.response ?? new Map()),
    ...bodyChange("response", before.bodies[1], after.bodies[1]),
    ...differences("target", before.target, after.target),
    ...differences("variable", before.variables, after.variables),
  ];
}

function headersOf(lines: readonly string[]): [string, string][] {
  const headers = new Map<string, string>();
  for (let index = 0; index < lines.length; index += 2) {
    const name = `header ${lines[index]?.toLowerCase()}`;
    const value = lines[index + 1] as string;
    const there = headers.get(name);
    headers.set(name, there === undefined ? value : `${there}, ${value}`);
  }
  return [...headers];
}

function differences(
  what: TraceChange["what"],
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): TraceChange[] {
  const changes: TraceChange[] = [];
  for (const [name, value] of after) {
    const old = before.get(name);
    if (old !== value || !before.has(name))
      changes.push({ what, name, before: shown(before, name), after: text(value), ...typeIn(what, value) });
  }
  for (const [name] of before) {
    if (!after.has(name)) changes.push({ what, name, before: shown(before, name), after: null });
  }
  return changes;
}

const typeIn = (what: TraceChange["what"], value: unknown): Pick<TraceChange, "type"> =>
  what === "variable" && value !== null && value !== undefined ? { type: typeNameOf(value) } : {};

const shown = (map: ReadonlyMap<string, unknown>, name: string): string | null =>
  map.has(name) ? text(map.get(name)) : null;

function bodyChange(what: "request" | "response", before: Body | null, after: Body | null): TraceChange[] {
  if (before === after) return [];
  return [{ what, name: "body", before: bodyText(before), after: bodyText(after) }];
}

/** Of bodies that have streamed by since the change was noted. */
export function bodyChangeNow(
  what: TraceChange["what"],
  before: ObservedState,
  after: ObservedState,
): Pick<TraceChange, "before" | "after"> {
  const at = what === "request" ? 0 : 1;
  return { before: bodyText(before.bodies[at]), after: bodyText(after.bodies[at]) };
}

/** What has been read or has streamed by so far; looking into the rest would hold it up. */
export function bodyText(body: Body | null): string | null {
  if (body === null || body.kind === "none") return null;
  if (body.content) return Buffer.from(body.content.subarray(0, maxLength)).toString("utf8");
  const captured = capturedText(body);
  if (captured !== null) return captured;
  return body.length === null ? "(streamed)" : `(streamed, ${body.length} bytes)`;
}

/** A variable may hold anything that an expression made. */
function text(value: unknown): string {
  if (value === null || value === undefined) return "null";
  try {
    return expressionText(value).slice(0, maxLength);
  } catch {
    return "(cannot be shown as text)";
  }
}
