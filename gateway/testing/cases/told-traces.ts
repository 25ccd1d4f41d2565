import { setTimeout as sleep } from "node:timers/promises";
import { debugHeaders, type Trace, type TraceEntry } from "@/contract/trace";
import { debugToken } from "@/gateway/trace/testing/debug-service";

/** What a client sends who wants a trace of an API. */
export const tracingLine = (apiId: string): [string, string] => [debugHeaders.authorization, debugToken(apiId)];

/** What the trace of the answered request has of one source, wherever it stands; told after the response was sent. */
export async function toldBy(
  source: string,
  lines: readonly string[],
  traces: ReadonlyMap<string, Trace>,
): Promise<TraceEntry["data"][]> {
  const at = lines.findIndex((name, index) => index % 2 === 0 && name === debugHeaders.traceId);
  const id = at < 0 ? "" : (lines[at + 1] as string);
  for (let turn = 0; turn < 200 && !traces.has(id); turn++) await sleep(5);
  const sections = Object.values(traces.get(id)?.traceEntries ?? {});
  const told = sections.flatMap((entries) => within(entries, source)).map(({ data }) => data);
  return told.filter((data) => Object.keys(data).length > 0);
}

const within = (entries: readonly TraceEntry[], source: string): TraceEntry[] =>
  entries.flatMap((entry) => [...(entry.source === source ? [entry] : []), ...within(entry.entries ?? [], source)]);
