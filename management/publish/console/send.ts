import { STATUS_CODES } from "node:http";
import { Agent, type Dispatcher } from "undici";
import { Refusal } from "../../refusals";
import type { Composed } from "./compose";

const gateways = new Agent({ connect: { timeout: 5_000 } });
const timeoutMs = 60_000;
const maxBodyBytes = 1024 * 1024;

export interface ConsoleAnswer {
  status: number;
  reason: string;
  headers: { name: string; value: string }[];
  body: string;
  bodyEncoding: "text" | "base64";
  durationMs: number;
  url: string;
  truncated: boolean;
}

/**
 * Sends to a gateway and nowhere else: the origin is the gateway's own, the path cannot carry a host, and redirects are
 * shown, not followed. A secret that the request carried is blotted out wherever the answer repeats it.
 */
export async function sendToGateway(
  origin: string,
  { method, path, headers }: Composed,
  body: Buffer | undefined,
  secret: string | null,
  signal: AbortSignal,
): Promise<ConsoleAnswer> {
  const startedAt = performance.now();
  try {
    const response = await gateways.request({
      origin,
      path,
      method: method as Dispatcher.HttpMethod,
      headers: headers.flatMap(({ name, value }) => [name, value]),
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      responseHeaders: "raw",
    });
    const { bytes, truncated } = await readUpTo(response.body, maxBodyBytes, secret);
    const durationMs = performance.now() - startedAt;
    const raw = response.headers as unknown as string[];
    const shown = [];
    for (let index = 0; index + 1 < raw.length; index += 2) {
      shown.push({ name: String(raw[index]), value: blot(String(raw[index + 1]), secret) });
    }
    const status = response.statusCode;
    const reason = STATUS_CODES[status] ?? "";
    return { status, reason, headers: shown, ...asText(bytes), durationMs, url: origin + path, truncated };
  } catch (cause) {
    if (signal.aborted) throw cause;
    const timedOut = (cause as Error).name === "TimeoutError";
    const what = timedOut ? `did not answer within ${timeoutMs / 1000} s` : "could not be reached";
    throw new Refusal(timedOut ? 504 : 502, "GatewayUnreachable", `The gateway at ${origin} ${what}.`);
  }
}

/** Reads a little beyond the limit, so that a secret that stands across it is blotted out, too. */
async function readUpTo(
  body: AsyncIterable<Uint8Array> & { destroy(): unknown; on(event: "error", listener: () => void): unknown },
  maxBytes: number,
  secret: string | null,
): Promise<{ bytes: Buffer; truncated: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes + (secret?.length ?? 0)) break;
  }
  const bytes = Buffer.from(blot(Buffer.concat(chunks).toString("latin1"), secret), "latin1");
  return { bytes: bytes.subarray(0, maxBytes), truncated: bytes.length > maxBytes };
}

/** Of the same length, so that lengths told elsewhere stay true. */
function blot(text: string, secret: string | null): string {
  return secret === null || secret === "" ? text : text.replaceAll(secret, "*".repeat(secret.length));
}

function asText(bytes: Buffer): Pick<ConsoleAnswer, "body" | "bodyEncoding"> {
  try {
    // A character cut at the limit is no reason to call a text binary.
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    if (!text.includes("\0")) return { body: text, bodyEncoding: "text" };
  } catch {}
  return { body: bytes.toString("base64"), bodyEncoding: "base64" };
}
