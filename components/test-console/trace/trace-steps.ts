import type { Trace, TraceEntry } from "@/contract/trace";
import type { Section } from "@/policy/exchange";

/** One entry of a trace in the order in which they are told: each before what happened inside it. */
export interface TraceStep {
  index: number;
  section: Section;
  depth: number;
  /** The step that this one is inside of. */
  parent: number | null;
  /** The last step inside of it, or itself. */
  last: number;
  entry: TraceEntry;
  /** Since the request was received. */
  startMs: number;
  /** 0: it is only a note. */
  durationMs: number;
  /** How many of the same place came before: the second attempt of a retry is 1. */
  occurrence: number;
}

export const sections: readonly Section[] = ["inbound", "backend", "outbound", "on-error"];

export function traceSteps(trace: Trace): TraceStep[] {
  const steps: TraceStep[] = [];
  const seen = new Map<string, number>();
  const add = (entry: TraceEntry, section: Section, depth: number, parent: number | null) => {
    const key = placeKey(entry, section);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    const index = steps.length;
    const startMs = elapsedMs(entry.elapsed);
    const step: TraceStep = {
      index,
      section,
      depth,
      parent,
      last: index,
      entry,
      startMs,
      durationMs: entry.durationMs ?? 0,
      occurrence,
    };
    steps.push(step);
    for (const inner of entry.entries ?? []) add(inner, section, depth + 1, index);
    step.last = steps.length - 1;
    if (entry.durationMs === undefined) {
      for (const inner of steps.slice(index + 1))
        step.durationMs = Math.max(step.durationMs, inner.startMs + inner.durationMs - startMs);
    }
  };
  for (const section of sections) for (const entry of trace.traceEntries[section] ?? []) add(entry, section, 0, null);
  return steps;
}

/** The same for the same place of the configuration, whatever the request. */
export const placeKey = ({ place, source, data }: TraceEntry, section: Section): string =>
  place === undefined
    ? `${section} ${source} ${Object.keys(data).join(",")}`
    : `${section} ${source} ${place.documentId} ${place.path}`;

/** Only tells something; nothing was run. */
export const isNote = ({ entry }: TraceStep): boolean => entry.place === undefined && entry.entries === undefined;

/** "00:00:00.0725926" in milliseconds. */
export function elapsedMs(elapsed: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = elapsed.split(":").map(Number);
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return Number.isFinite(ms) ? ms : 0;
}

/** The innermost step that failed, or the gateway's own word on it; null: nothing did. */
export function failedStep(steps: readonly TraceStep[]): TraceStep | null {
  const failed = steps.filter(({ entry }) => entry.error !== undefined);
  const last = failed.findLast((step) => !failed.some((other) => other.index > step.index && other.index <= step.last));
  // What failed inside on-error is not why the request failed.
  const first = failed.find(({ section }) => section !== "on-error") ?? failed[0];
  if (first !== undefined)
    return failed.findLast(({ index }) => index >= first.index && index <= first.last) ?? last ?? null;
  return steps.find(({ entry }) => entry.source === "error") ?? null;
}

/** What a note tells, in one line: the gateway's own words, methods, addresses. */
export function noteText({ data }: TraceEntry): string {
  const { message, request, response, failed, refused, configuration } = data as Record<string, unknown>;
  if (typeof message === "string") return message;
  if (typeof failed === "string") return failed;
  if (isRecord(request)) return `${String(request.method ?? "")} ${String(request.url ?? "")}`.trim();
  if (isRecord(response) && isRecord(response.status)) {
    return `${String(response.status.code ?? "")} ${String(response.status.reason ?? "")}`.trim();
  }
  if (isRecord(configuration)) {
    const { operation, api } = configuration;
    return String((isRecord(operation) ? operation.id : undefined) ?? (isRecord(api) ? api.id : "") ?? "");
  }
  if (typeof refused === "string") return refused;
  return Object.entries(data)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" · ");
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
