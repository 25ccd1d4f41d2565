import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, type ZlibOptions } from "node:zlib";

const decoders: Record<string, (bytes: Uint8Array, options: ZlibOptions) => Promise<Uint8Array>> = {
  gzip: promisify<Uint8Array, ZlibOptions, Uint8Array>(gunzip),
  deflate: promisify<Uint8Array, ZlibOptions, Uint8Array>(inflate),
  br: promisify<Uint8Array, ZlibOptions, Uint8Array>(brotliDecompress),
};

/** A body that is not in the coding that it says. */
export class NotInflatable extends Error {}

/** The content that a Content-Encoding stands for, not on the event loop; null when it is longer than `maxBytes`. */
export async function inflateUpTo(
  bytes: Uint8Array,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array | null> {
  let content = bytes;
  for (const each of (contentEncoding ?? "").toLowerCase().split(",").reverse()) {
    const coding = each.trim().replace(/^x-/, "");
    if (coding === "" || coding === "identity") continue;
    const decode = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
    if (decode === undefined) throw new NotInflatable(`The content encoding '${coding}' is not known.`);
    try {
      content = await decode(content, { maxOutputLength: maxBytes + 1 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return null;
      throw new NotInflatable(`The body is not in the content encoding '${coding}'.`);
    }
  }
  return content.byteLength > maxBytes ? null : content;
}
