import { argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { latin1 } from "@/policy/kits/net/codecs";
import { htmlDecode, htmlEncode } from "@/policy/kits/net/html-text";
import { urlDecode, urlEncode } from "@/policy/kits/net/url-text";
import { implementType } from "../implement";

const orNull = (change: (text: string) => string) => (text: string | null) => (text === null ? null : change(text));

function slice(bytes: Uint8Array | null, offset: number, count: number, parameter: string): Uint8Array | null {
  if (bytes === null && count === 0) return null;
  if (bytes === null) throw argumentNull(parameter);
  if (offset < 0 || offset > bytes.length) throw argumentOutOfRange("offset");
  if (count < 0 || offset + count > bytes.length) throw argumentOutOfRange("count");
  return bytes.subarray(offset, offset + count);
}

const unreserved = /[A-Za-z0-9\-_.!*()]/;

function encodeBytes(bytes: Uint8Array): Uint8Array {
  const text = Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    if (character === " ") return "+";
    return unreserved.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  });
  return latin1.encode(text.join(""));
}

const decodeBytes = (bytes: Uint8Array): Uint8Array =>
  latin1.encode(
    latin1
      .decode(bytes)
      .replaceAll("+", " ")
      .replace(/%([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  );

export const runtime = implementType("System.Net.WebUtility", {
  "UrlEncode(string)": orNull(urlEncode),
  "UrlDecode(string)": orNull(urlDecode),
  "UrlEncodeToBytes(byte[], int, int)": (bytes: Uint8Array | null, offset: number, count: number) => {
    const part = slice(bytes, offset, count, "value");
    return part === null ? null : encodeBytes(part);
  },
  "UrlDecodeToBytes(byte[], int, int)": (bytes: Uint8Array | null, offset: number, count: number) => {
    const part = slice(bytes, offset, count, "encodedValue");
    return part === null ? null : decodeBytes(part);
  },
  "HtmlEncode(string)": orNull(htmlEncode),
  "HtmlDecode(string)": orNull(htmlDecode),
});
