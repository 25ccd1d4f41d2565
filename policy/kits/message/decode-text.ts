import { charge, tickMany } from "@/policy/expression/values/budget";
import { charsetOf } from "./charset-of";

/** A body's text: by its byte order mark, or else the charset of its Content-Type, or else as UTF-8. */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string {
  tickMany(bytes.length >> 3);
  charge(2 * bytes.length);
  return decoderOf(markedCharset(bytes) ?? charsetOf(contentType) ?? "utf-8").decode(bytes);
}

function markedCharset([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
