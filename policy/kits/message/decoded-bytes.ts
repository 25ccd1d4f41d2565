import type { Message } from "@/policy/message";
import { inflateUpTo, NotInflatable } from "./inflate-up-to";

/** What one body may grow to; a small one can hold far more than a policy should look at. */
const maxBytes = 32 * 1024 * 1024;

/** A body's bytes without its Content-Encoding, decoded beside the thread that serves requests. Throws a NotInflatable. */
export async function decodedBytes({ body, headers }: Message): Promise<Uint8Array> {
  const bytes = body.content ?? (await body.bytes());
  const encoding = headers.get("content-encoding");
  if (encoding === undefined || bytes.length === 0) return bytes;
  const decoded = await inflateUpTo(bytes, encoding, maxBytes);
  if (decoded === null) throw new NotInflatable(`The body holds more than ${maxBytes} bytes.`);
  return decoded;
}
