import { STATUS_CODES } from "node:http";
import { Agent, type Dispatcher } from "undici";
import type { RunFrame, RunHeader } from "@/contract/console-run";
import { debugHeaders, type Trace } from "@/contract/trace";
import type { Json } from "@/lib/json";
import type { PublishStatus } from "../status";
import type { Blot } from "./blot";
import { ShownChunks } from "./shown-chunks";

const gateways = new Agent({ connect: { timeout: 5_000 }, headersTimeout: 120_000, bodyTimeout: 300_000 });
const maxBodyBytes = 1024 * 1024;
const traceWithinMs = 4_000;
/** Whatever streams longer than this is nobody's to watch. */
const endsWithinMs = 10 * 60 * 1000;
/** As many may be under way at once in this process. */
const maxRunning = 64;
let running = 0;

export interface RunOptions {
  /** Within which the response has to end. */
  withinMs?: number;
}

/** A request, ready to be sent. */
export interface PreparedRun {
  /** Of a gateway of this installation. */
  origin: string;
  method: string;
  path: string;
  headers: readonly RunHeader[];
  /** Tokens, which are nobody's to see. */
  hidden: readonly RunHeader[];
  content: Buffer | undefined;
  /** How the content is shown. */
  body: string | null;
  blot: Blot;
  wantsTrace: boolean;
}

/**
 * Sends to a gateway and nowhere else, as the test console does, and tells what happens as it happens. The end of
 * `signal` ends the request to the gateway, too.
 */
export async function* run(
  prepared: PreparedRun,
  publish: Pick<PublishStatus, "traceWithin">,
  signal: AbortSignal,
  { withinMs = endsWithinMs }: RunOptions = {},
): AsyncGenerator<RunFrame> {
  const { origin, method, path, headers, hidden, content, body, blot, wantsTrace } = prepared;
  const startedAt = performance.now();
  const afterMs = () => Math.round((performance.now() - startedAt) * 1000) / 1000;
  const shown = (lines: readonly RunHeader[]) => lines.map(({ name, value }) => ({ name, value: blot.text(value) }));
  yield {
    kind: "sent",
    method,
    url: blot.text(origin + path),
    headers: shown(headers),
    body: body === null ? null : blot.text(body),
    startedAt: Date.now(),
  };
  if (running >= maxRunning) {
    const message = "Too many requests of the test console are under way. Wait for one of them to end.";
    yield { kind: "failed", code: "TooManyRuns", message, durationMs: 0 };
    if (wantsTrace) yield { kind: "trace", trace: null };
    return;
  }
  const giveUp = new AbortController();
  const leave = takePlace();
  let isLate = false;
  // Also where nobody reads on: it must not keep its place for good.
  const deadline = setTimeout(() => {
    isLate = true;
    giveUp.abort();
    leave();
  }, withinMs);
  let traceId: string | null = null;
  try {
    const response = await gateways.request({
      origin,
      path,
      method: method as Dispatcher.HttpMethod,
      headers: [...headers, ...hidden].flatMap(({ name, value }) => [name, value]),
      body: content,
      signal: AbortSignal.any([signal, giveUp.signal]),
      responseHeaders: "raw",
    });
    const lines = linesOf(response.headers as unknown as readonly string[]);
    traceId = traceIdIn(lines);
    const status = response.statusCode;
    yield { kind: "head", status, reason: STATUS_CODES[status] ?? "", headers: shown(lines), afterMs: afterMs() };
    const covered = blot.stream();
    const chunks = new ShownChunks();
    let bodyBytes = 0;
    let truncated = false;
    const took = (bytes: Buffer): Buffer => {
      const left = bytes.subarray(0, Math.max(0, maxBodyBytes - bodyBytes));
      bodyBytes += left.length;
      if (left.length < bytes.length) truncated = true;
      return left;
    };
    for await (const bytes of response.body) {
      const chunk = chunks.push(took(covered.push(bytes as Uint8Array)));
      if (chunk !== null) yield { kind: "chunk", ...chunk, afterMs: afterMs() };
      if (truncated) break;
    }
    if (truncated) giveUp.abort();
    for (const rest of [chunks.push(took(covered.end())), chunks.end()]) {
      if (rest !== null) yield { kind: "chunk", ...rest, afterMs: afterMs() };
    }
    yield { kind: "end", bodyBytes, truncated, durationMs: afterMs() };
  } catch (cause) {
    // Whoever asked has gone.
    if (signal.aborted) return;
    const late = { code: "GatewayTimeout", message: `The response did not end within ${withinMs / 1000} s.` };
    yield { kind: "failed", ...(isLate ? late : failureOf(cause, origin)), durationMs: afterMs() };
  } finally {
    clearTimeout(deadline);
    giveUp.abort();
    leave();
  }
  if (wantsTrace) yield { kind: "trace", trace: await traceOf(traceId, publish, blot) };
}

/** Gives the place back once. */
function takePlace(): () => void {
  running++;
  let isTaken = true;
  return () => {
    if (isTaken) running--;
    isTaken = false;
  };
}

/** The gateway's own line is the last; those before it may be the backend's. */
function traceIdIn(lines: readonly RunHeader[]): string | null {
  const name = debugHeaders.traceId.toLowerCase();
  const id = lines.findLast((line) => line.name.toLowerCase() === name)?.value ?? "";
  return /^[0-9a-f]{32}$/.test(id) ? id : null;
}

async function traceOf(
  id: string | null,
  publish: Pick<PublishStatus, "traceWithin">,
  blot: Blot,
): Promise<Trace | null> {
  const text = id === null ? null : await publish.traceWithin(id, traceWithinMs);
  return text === null ? null : (blot.json(JSON.parse(text) as Json) as unknown as Trace);
}

function linesOf(raw: readonly unknown[]): RunHeader[] {
  const lines: RunHeader[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    lines.push({ name: String(raw[index]), value: String(raw[index + 1]) });
  }
  return lines;
}

function failureOf(cause: unknown, origin: string): { code: string; message: string } {
  const code = (cause as { code?: unknown } | null)?.code;
  if (code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_BODY_TIMEOUT") {
    return { code: "GatewayTimeout", message: `The gateway at ${origin} stopped answering.` };
  }
  if (code === "UND_ERR_SOCKET" || code === "ECONNRESET") {
    return {
      code: "ConnectionLost",
      message: `The gateway at ${origin} ended the connection before the response did.`,
    };
  }
  return { code: "GatewayUnreachable", message: `The gateway at ${origin} could not be reached.` };
}
