import { BytesBody, emptyBody } from "@/policy/body";
import type { ResponseMessage } from "@/policy/exchange";
import { Headers } from "@/policy/headers";

/** A response that is kept, and what must be the same in a request that it is to answer. */
export interface StoredResponse {
  readonly status: number;
  readonly reason: string;
  readonly lines: readonly string[];
  /** What the request said in the headers that the response varies by: [name, values]. */
  readonly varies: readonly (readonly [string, readonly string[]])[];
  /** ms since the epoch */
  readonly freshUntil: number;
  readonly content: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const lengthBytes = 4;

/** The length of the head, the head as JSON, the content. */
export function responseToBytes({ content, ...head }: StoredResponse): Uint8Array {
  const text = encoder.encode(JSON.stringify(head));
  const bytes = new Uint8Array(lengthBytes + text.length + content.length);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(text, lengthBytes);
  bytes.set(content, lengthBytes + text.length);
  return bytes;
}

/** null: it is not what responseToBytes wrote. */
export function responseFromBytes(bytes: Uint8Array): StoredResponse | null {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    const end = lengthBytes + length;
    const head: unknown = JSON.parse(decoder.decode(bytes.subarray(lengthBytes, end)));
    return isHead(head) ? { ...head, content: bytes.slice(end) } : null;
  } catch {
    return null;
  }
}

/** Others may write into a shared cache. */
function isHead(value: unknown): value is Omit<StoredResponse, "content"> {
  const { status, reason, lines, varies, freshUntil } = (value ?? {}) as Partial<Record<keyof StoredResponse, unknown>>;
  return (
    Number.isInteger(status) &&
    (status as number) >= 200 &&
    (status as number) <= 599 &&
    typeof reason === "string" &&
    Number.isFinite(freshUntil) &&
    isTexts(lines) &&
    lines.length % 2 === 0 &&
    Array.isArray(varies) &&
    varies.every((each) => Array.isArray(each) && typeof each[0] === "string" && isTexts(each[1]))
  );
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");

/** Whether it was the answer to a request like this one. */
export function answers(stored: StoredResponse, headers: Headers): boolean {
  const same = stored.varies.every(([name, values]) => headers.all(name).join("\n") === values.join("\n"));
  return same && understands(headers, new Headers([...stored.lines]).get("content-encoding") ?? "");
}

/** A backend may forget to say that it varies by this one. */
function understands(headers: Headers, encoding: string): boolean {
  const wanted = encoding.trim().toLowerCase();
  if (wanted === "" || wanted === "identity") return true;
  const accepted = headers.all("accept-encoding").join(",").toLowerCase();
  return accepted.split(",").some((each) => {
    const [name = "", ...parameters] = each.split(";").map((part) => part.trim());
    return (name === wanted || name === "*") && !parameters.some((part) => /^q=0(\.0*)?$/.test(part));
  });
}

export function messageFrom({ status, reason, lines, content }: StoredResponse): ResponseMessage {
  const body = content.byteLength === 0 ? emptyBody : new BytesBody(content);
  return { status, reason, headers: new Headers([...lines]), body };
}
