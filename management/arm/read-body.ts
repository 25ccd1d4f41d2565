import type { Json } from "@/lib/json";
import { badRequest, invalidJson, payloadTooLarge, unsupportedMediaType } from "../refusals";
import { findJsonProblem } from "./json-position";

/** Documents hold settings, not files; an imported API description is the largest thing anybody sends. */
export const maxBodyBytes = 4 * 1024 * 1024;

/** The request's JSON; undefined when it has no content. */
export async function readBody(request: Request, maxBytes = maxBodyBytes): Promise<Json | undefined> {
  const bytes = await readBytes(request, maxBytes);
  if (bytes.length === 0) return undefined;
  const type = request.headers.get("content-type");
  if (type !== null && !/^[^;]*[/+]json\s*(?:;|$)/i.test(type)) throw unsupportedMediaType(type);
  const text = decode(bytes);
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw invalidJson(findJsonProblem(text));
  }
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  // The announced length saves reading what would be refused anyway; what is read is counted all the same.
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw payloadTooLarge(maxBytes);
  if (request.body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > maxBytes) throw payloadTooLarge(maxBytes);
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badRequest("InvalidRequestContent", "body", "The request content is not valid UTF-8.");
  }
}
