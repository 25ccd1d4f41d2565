import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { charge, tickMany } from "@/policy/expression/values/budget";
import { NetException } from "@/policy/expression/values/net-exception";

/** What one body may grow to; a small one can hold far more than a policy should look at. */
const maxOutputLength = 32 * 1024 * 1024;

const decoders: ReadonlyMap<string, (bytes: Uint8Array) => Uint8Array> = new Map([
  ["gzip", (bytes) => gunzipSync(bytes, { maxOutputLength })],
  ["x-gzip", (bytes) => gunzipSync(bytes, { maxOutputLength })],
  ["deflate", (bytes) => inflateSync(bytes, { maxOutputLength })],
  ["br", (bytes) => brotliDecompressSync(bytes, { maxOutputLength })],
]);

/** The bytes that a Content-Encoding stands for: codings in the order in which they were applied (RFC 9110, 8.4). */
export function inflate(bytes: Uint8Array, contentEncoding: string | undefined): Uint8Array {
  if (contentEncoding === undefined || bytes.length === 0) return bytes;
  let content = bytes;
  for (const coding of contentEncoding.toLowerCase().split(",").reverse()) {
    const decode = decoders.get(coding.trim());
    // An unknown coding is the policy's business: it sees what came.
    if (decode === undefined) continue;
    try {
      content = decode(content);
    } catch {
      const message = `The body cannot be decompressed: it is no '${coding.trim()}', or larger than ${maxOutputLength} bytes.`;
      throw new NetException("System.IO.InvalidDataException", message);
    }
    charge(content.length);
    tickMany(content.length >> 6);
  }
  return content;
}
