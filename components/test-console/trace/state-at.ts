import type { TraceChange, TraceEntry } from "@/contract/trace";
import { isRecord, type TraceStep } from "./trace-steps";

export interface HeaderLine {
  name: string;
  value: string;
}

/** What the policies had before them at one moment. */
export interface TracedState {
  request: { method: string; url: string; headers: Map<string, string>; body: string | null; clientAddress: string };
  /** null: there was none yet. */
  response: { status: string; headers: Map<string, string>; body: string | null } | null;
  target: { url: string | null; backend: string | null };
  variables: Map<string, string | null>;
  /** Of the variables that have one: the .NET names of their types. */
  types: Map<string, string>;
  api: string | null;
  operation: string | null;
  product: string | null;
  lastError: { source: string; reason: string | null; message: string } | null;
}

/** What a trace does not tell and the console knows: what was sent, and what came back. */
export interface RunEnds {
  sentBody: string | null;
  answerBody: string | null;
}

/** The state when a step began. */
export const stateBefore = (steps: readonly TraceStep[], index: number, ends: RunEnds): TracedState =>
  replay(steps, index, false, ends);

/** The state when a step, with all that happened inside it, had ended. */
export const stateAfter = (steps: readonly TraceStep[], index: number, ends: RunEnds): TracedState =>
  replay(steps, index, true, ends);

function replay(steps: readonly TraceStep[], index: number, after: boolean, ends: RunEnds): TracedState {
  let state = beginning(steps, null, ends.sentBody);
  /** A request of the gateway to itself has a state of its own; when it has ended, the outer one goes on. */
  const outer: { until: number; state: TracedState }[] = [];
  for (const { step, ended } of events(steps)) {
    if (ended) {
      if (outer.at(-1)?.until === step.index) state = outer.pop()?.state ?? state;
      end(state, step, ends);
      if (after && step.index === index) return state;
      continue;
    }
    if (step.parent !== null && opensRequest(step.entry)) {
      outer.push({ until: step.parent, state });
      state = beginning(steps, step, null);
    }
    if (!after && step.index === index) return state;
    begin(state, step.entry);
  }
  return state;
}

/** Beginnings and ends of all steps, in their order. */
function* events(steps: readonly TraceStep[]): Generator<{ step: TraceStep; ended: boolean }> {
  const open: TraceStep[] = [];
  for (const step of steps) {
    for (let top = open.at(-1); top !== undefined && top.last < step.index; top = open.at(-1)) {
      open.pop();
      yield { step: top, ended: true };
    }
    yield { step, ended: false };
    open.push(step);
  }
  for (const step of open.reverse()) yield { step, ended: true };
}

const opensRequest = ({ source, data }: TraceEntry): boolean => source === "api-inspector" && isRecord(data.request);

/** As it was received; what nobody tells follows from what the first change found. */
function beginning(steps: readonly TraceStep[], opener: TraceStep | null, sentBody: string | null): TracedState {
  const within = scopeOf(steps, opener);
  const first = (what: TraceChange["what"], name: string) =>
    within.flatMap(({ entry }) => entry.changes ?? []).find((change) => change.what === what && change.name === name);
  const forwarded = within.find(
    ({ entry }) => entry.source === "forward-request" && isRecord(entry.data.request),
  )?.entry;
  const url = first("target", "url")?.before ?? (forwarded?.data.request as { url?: string } | undefined)?.url ?? null;
  const body = first("request", "body")?.before ?? null;
  return {
    request: {
      method: "",
      url: "",
      headers: new Map(),
      body: body === null || isUnread(body) ? (sentBody ?? body) : body,
      clientAddress: "",
    },
    response: null,
    target: { url, backend: first("target", "backend")?.before || null },
    variables: new Map(),
    types: new Map(),
    api: null,
    operation: null,
    product: null,
    lastError: null,
  };
}

/** Steps of one exchange: of the request, or of one that the gateway made to itself; never those inside of others. */
function scopeOf(steps: readonly TraceStep[], opener: TraceStep | null): TraceStep[] {
  const root = opener === null || opener.parent === null ? undefined : steps[opener.parent];
  return root === undefined
    ? outside(steps, steps, null)
    : outside(steps, steps.slice(root.index + 1, root.last + 1), root);
}

/** What belongs to requests that were made inside is left out. */
function outside(steps: readonly TraceStep[], range: readonly TraceStep[], root: TraceStep | null): TraceStep[] {
  const hidden = range.flatMap(({ entry, parent }) => {
    const owner = parent === null || parent === root?.index ? undefined : steps[parent];
    return owner !== undefined && opensRequest(entry) ? [owner] : [];
  });
  return range.filter(({ index }) => !hidden.some((each) => index > each.index && index <= each.last));
}

/** What is told when a step begins. */
function begin(state: TracedState, { source, data }: TraceEntry): void {
  const { request, configuration, response } = data;
  if (source === "api-inspector" && isRecord(request)) {
    Object.assign(state.request, {
      method: String(request.method ?? ""),
      url: String(request.url ?? ""),
      headers: headerMap(request.headers),
      clientAddress: String(request.clientAddress ?? ""),
    });
  }
  if (source === "api-inspector" && isRecord(configuration)) {
    const idOf = (part: unknown) => (isRecord(part) && typeof part.id === "string" ? part.id : null);
    state.api = idOf(configuration.api);
    state.operation = idOf(configuration.operation);
    state.product = idOf(configuration.product);
    state.target.url ??= forwardAddress(state.request.url, configuration.api);
  }
  if (source === "error" && typeof data.httpErrorCode === "number") {
    state.lastError = {
      source: String(data.source ?? ""),
      reason: typeof data.reason === "string" ? data.reason : null,
      message: String(data.message ?? ""),
    };
    state.response = {
      status: String(data.httpErrorCode),
      headers: new Map([["content-type", "application/json"]]),
      body: null,
    };
  }
  if (source === "transfer-response" && isRecord(response) && isRecord(response.status)) {
    const { code, reason } = response.status;
    state.response = {
      status: `${String(code ?? "")} ${String(reason ?? "")}`.trim(),
      headers: headerMap(response.headers),
      body: state.response?.body ?? null,
    };
  }
}

/** Where an API's runtime URL sends a request, as long as no policy says otherwise. */
function forwardAddress(requested: string, api: unknown): string | null {
  if (!isRecord(api) || typeof api.from !== "string" || typeof api.to !== "string" || !URL.canParse(requested))
    return null;
  const { pathname, search } = new URL(requested);
  const from = api.from === "/" ? "" : api.from;
  if (!pathname.toLowerCase().startsWith(from.toLowerCase())) return null;
  return `${api.to.replace(/\/$/, "")}${pathname.slice(from.length)}${search}`;
}

function end(state: TracedState, { entry, depth }: TraceStep, { answerBody }: RunEnds): void {
  for (const change of entry.changes ?? []) apply(state, change);
  const { response } = state;
  if (entry.source === "transfer-response" && depth === 0 && response !== null)
    if (response.body === null || isUnread(response.body)) response.body = answerBody ?? response.body;
}

function apply(state: TracedState, { what, name, after, type }: TraceChange): void {
  if (what === "variable") {
    if (after === null) state.variables.delete(name);
    else state.variables.set(name, after);
    if (after === null || type === undefined) state.types.delete(name);
    else state.types.set(name, type);
    return;
  }
  if (what === "target") {
    if (name === "url") state.target.url = after;
    if (name === "backend") state.target.backend = after || null;
    return;
  }
  if (what === "request") {
    if (name === "method") state.request.method = after ?? "";
    else setPart(state.request, name, after);
    return;
  }
  if (name === "status" && after === null) {
    state.response = null;
    return;
  }
  if (state.response === null) {
    if (after === null) return;
    state.response = { status: "", headers: new Map(), body: null };
  }
  if (name === "status") state.response.status = after ?? "";
  else setPart(state.response, name, after);
}

function setPart(message: { headers: Map<string, string>; body: string | null }, name: string, after: string | null) {
  if (name === "body") message.body = after;
  if (!name.startsWith("header ")) return;
  if (after === null) message.headers.delete(name.slice(7));
  else message.headers.set(name.slice(7), after);
}

/** Names in small letters, as changes tell them; what stands twice is one line. */
function headerMap(headers: unknown): Map<string, string> {
  const map = new Map<string, string>();
  for (const header of Array.isArray(headers) ? headers : []) {
    if (!isRecord(header)) continue;
    const name = String(header.name).toLowerCase();
    const there = map.get(name);
    map.set(name, there === undefined ? String(header.value) : `${there}, ${String(header.value)}`);
  }
  return map;
}

/** A body that was not looked into: the gateway tells its length at most. */
export const isUnread = (body: string): boolean => /^\(streamed(, \d+ bytes)?\)$/.test(body);

/** What a step and all inside it made different in the end, first things first. */
export function netChanges(steps: readonly TraceStep[], index: number): TraceChange[] {
  const step = steps[index];
  if (step === undefined) return [];
  const net = new Map<string, TraceChange>();
  const ordered = inEndingOrder(steps, step);
  for (const { entry } of ordered) {
    for (const change of entry.changes ?? []) {
      const key = `${change.what} ${change.name}`;
      const there = net.get(key);
      net.set(key, there === undefined ? change : { ...there, after: change.after });
    }
  }
  // A body that was replaced by another that nobody looked into differs all the same.
  return [...net.values()].filter(({ before, after }) => before !== after || (after !== null && isUnread(after)));
}

/** A step's own changes count when all inside it has ended. */
const inEndingOrder = (steps: readonly TraceStep[], root: TraceStep): TraceStep[] =>
  outside(steps, steps.slice(root.index, root.last + 1), root).toSorted((a, b) =>
    a.last === b.last ? b.index - a.index : a.last - b.last,
  );
