import { charge, tick, tickMany } from "@/policy/expression/values/budget";
import { wellFormed } from "@/policy/kits/text/well-formed";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const percents = Array.from(
  { length: 256 },
  (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
) as readonly string[];

/** Every character of the set as the percent-encoded bytes of its UTF-8. */
function escapeAll(text: string, escaped: RegExp): string {
  charge(text.length * 6);
  const whole = wellFormed(text);
  // The engine finds every match of a piece before it replaces the first.
  let result = "";
  for (let at = 0, end = 0; at < whole.length; at = end) {
    tickMany(piece);
    end = at + piece;
    if ((whole.charCodeAt(end - 1) & 0xfc00) === 0xd800) end++;
    result += whole.slice(at, end).replace(escaped, percentEncoded);
  }
  return result;
}

const piece = 4096;

function percentEncoded(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return percents[code] as string;
  let bytes = "";
  for (const byte of encoder.encode(character)) bytes += percents[byte];
  return bytes;
}

/** WebUtility.UrlEncode */
export const urlEncode = (text: string): string => escapeAll(text, /[^A-Za-z0-9\-_.!*() ]/gu).replaceAll(" ", "+");
/** Uri.EscapeDataString */
export const escapeData = (text: string): string => escapeAll(text, /[^A-Za-z0-9\-_.~]/gu);
/** Uri.EscapeUriString: reserved characters stay; a "%" is escaped even where it begins an escape. */
export const escapeUri = (text: string): string => escapeAll(text, /[^A-Za-z0-9\-_.~:/?#[\]@!$&'()*+,;=]/gu);

const escapes = /(?:%[0-9A-Fa-f]{2})+/g;

function bytesOf(run: string): Uint8Array {
  return Uint8Array.from({ length: run.length / 3 }, (_, at) => Number.parseInt(run.slice(at * 3 + 1, at * 3 + 3), 16));
}

/** WebUtility.UrlDecode: "+" is a space, and bytes that are no UTF-8 become replacement characters. */
export function urlDecode(text: string): string {
  tickMany(1 + text.length);
  return text.replaceAll("+", " ").replace(escapes, (run) => {
    tick();
    return decoder.decode(bytesOf(run));
  });
}

/** Uri.UnescapeDataString: bytes that are no UTF-8 stay escaped. */
export function unescapeData(text: string): string {
  tickMany(1 + text.length);
  return text.replace(escapes, (run) => decodeValid(run, () => true));
}

/** The text of a run of escapes; what is no UTF-8, or not wanted, stays as it was written. */
export function decodeValid(run: string, wanted: (character: string) => boolean): string {
  const bytes = bytesOf(run);
  let result = "";
  for (let at = 0; at < bytes.length; ) {
    tick();
    const first = bytes[at] as number;
    const length =
      first < 0x80
        ? 1
        : first >= 0xc2 && first < 0xe0
          ? 2
          : first >= 0xe0 && first < 0xf0
            ? 3
            : first >= 0xf0 && first < 0xf5
              ? 4
              : 0;
    const character =
      length > 0 && at + length <= bytes.length ? decoder.decode(bytes.subarray(at, at + length)) : "\ufffd";
    const isValid = character !== "\ufffd" && [...character].length === 1;
    const used = isValid ? length : 1;
    result += isValid && wanted(character) ? character : run.slice(at * 3, (at + used) * 3);
    at += used;
  }
  return result;
}
