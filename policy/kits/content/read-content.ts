import type { Body } from "@/policy/exchange";
import { decodeText } from "@/policy/kits/message/decode-text";
import { decodedBytes } from "@/policy/kits/message/decoded-bytes";
import { NotInflatable } from "@/policy/kits/message/inflate-up-to";
import type { Message } from "@/policy/message";
import { transformationFailed } from "./transformation-failed";

const known = new Set(["", "identity", "gzip", "x-gzip", "deflate", "br"]);

/** A body's bytes without its Content-Encoding; at once where the body is at hand and not encoded. */
export function readContent(message: Message, source: string): Uint8Array | Promise<Uint8Array> {
  const { body, headers } = message;
  const content = contentAtHand(body);
  if (content?.length === 0) return content;
  if (headers.has("content-encoding")) return decoded(message, source);
  return content ?? body.bytes();
}

/** As text, by its byte order mark, or else the charset of its Content-Type, or else UTF-8. */
export function readText(message: Message, source: string): string | Promise<string> {
  const text = (bytes: Uint8Array) => decodeText(bytes, message.headers.get("content-type"));
  const content = readContent(message, source);
  return content instanceof Promise ? content.then(text) : text(content);
}

const contentAtHand = ({ kind, content }: Body): Uint8Array | null => (kind === "none" ? nothing : (content ?? null));

const nothing = new Uint8Array(0);

async function decoded(message: Message, source: string): Promise<Uint8Array> {
  const encoding = message.headers.get("content-encoding") ?? "";
  const unknown = encoding.split(",").find((coding) => !known.has(coding.trim().toLowerCase()));
  if (unknown !== undefined) {
    throw transformationFailed(
      source,
      `The body cannot be read: its Content-Encoding '${unknown.trim()}' is not known.`,
    );
  }
  try {
    return await decodedBytes(message);
  } catch (error) {
    throw error instanceof NotInflatable ? transformationFailed(source, error.message, error) : error;
  }
}
