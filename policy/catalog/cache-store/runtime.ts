import { type Runtime, read, readOptional, required } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed, type ResponseMessage } from "@/policy/exchange";
import { type CachedRequest, cachedRequest, conditions, finishAnswer } from "@/policy/kits/cache/cached-request";
import { responseToBytes } from "@/policy/kits/cache/stored-response";

/** What is larger is not kept. */
const maxBytes = 8 * 1024 * 1024;

export const runtime: Runtime = {
  compile(node, context) {
    const duration = required(node, "duration", context.integer(node, "duration"));
    const wanted = context.boolean(node, "cache-response");
    return (exchange) => {
      const { response, notes } = exchange;
      const asked = notes.get(cachedRequest) as CachedRequest | undefined;
      if (asked === undefined || response === null) return proceed;
      const seconds = read(duration, exchange);
      // Left out: only 200. true: this one, whatever its status. false: not this one.
      const keeps = readOptional(wanted, exchange) ?? response.status === 200;
      const stores = keeps && seconds > 0 && isWhole(response);
      exchange.trace?.note("cache-store", { stores, status: response.status, seconds });
      return stores ? store(exchange, asked, response, seconds * 1000) : proceed;
    };
  },
};

/** What is only a part, or says that it fits no other request, is of no use to others. */
const isWhole = ({ status, headers, body }: ResponseMessage): boolean =>
  status >= 200 &&
  status !== 206 &&
  status !== 304 &&
  !headers.all("vary").some((value) => value.includes("*")) &&
  (body.length ?? 0) <= maxBytes;

/** The response as it is now: what policies behind this one make of it is not kept. */
function store(
  exchange: Exchange,
  asked: CachedRequest,
  response: ResponseMessage,
  lifetimeMs: number,
): Flow | Promise<Flow> {
  const { status, reason, headers, body } = response;
  const freshUntil = Date.now() + lifetimeMs;
  const lines = keptLines(headers.lines);
  const varies = variesBy(headers.all("vary")).map((name) => [name, asked.headers.all(name)] as const);
  const keep = (content: Uint8Array): Flow => {
    if (content.byteLength <= maxBytes) {
      const bytes = responseToBytes({ status, reason, lines, varies, freshUntil, content });
      void asked.store?.set(asked.key, bytes, lifetimeMs);
    }
    return proceed;
  };
  finishAnswer(exchange, asked, freshUntil);
  if (body.kind === "none") return keep(new Uint8Array(0));
  if (body.content) return keep(body.content);
  // Where the caller has the content already, nothing of it may be sent: then it is read here.
  const mayBeUnsent = conditions.some((name) => asked.headers.has(name));
  if (body.tap === undefined || mayBeUnsent) return body.bytes().then(keep);
  collect(response, keep);
  return proceed;
}

/** On its way to the caller, and kept once it was whole. */
function collect({ body }: ResponseMessage, keep: (content: Uint8Array) => void): void {
  let chunks: Uint8Array[] | null = [];
  let size = 0;
  body.tap?.((chunk) => {
    if (chunks === null) return;
    if (chunk !== null) {
      size += chunk.byteLength;
      if (size > maxBytes) chunks = null;
      else chunks.push(chunk);
      return;
    }
    if (!body.failure) keep(Buffer.concat(chunks, size));
    chunks = null;
  });
}

/** One caller's cookies are not another's; how long it may be kept is said anew each time. */
function keptLines(lines: readonly string[]): string[] {
  const dropped = new Set(["set-cookie", "set-cookie2", "age", "connection", "keep-alive", "transfer-encoding"]);
  return lines.filter((_, at) => !dropped.has((lines[at - (at % 2)] as string).toLowerCase()));
}

const variesBy = (values: readonly string[]): string[] =>
  values
    .join(",")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
