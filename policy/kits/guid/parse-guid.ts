import { argumentNull, formatException, type NetException } from "@/policy/expression/values/net-exception";
import { isWhiteSpace, trim } from "@/policy/kits/text/white-space";
import { Guid } from "./guid";

const dashed = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const dashesStand = /^.{8}-.{4}-.{4}-.{4}-.{12}$/;
const nested =
  /^\{0x([0-9a-f]{1,8}),0x([0-9a-f]{1,4}),0x([0-9a-f]{1,4}),\{0x([0-9a-f]{1,2})(?:,0x([0-9a-f]{1,2}))(?:,0x([0-9a-f]{1,2}))(?:,0x([0-9a-f]{1,2}))(?:,0x([0-9a-f]{1,2}))(?:,0x([0-9a-f]{1,2}))(?:,0x([0-9a-f]{1,2}))(?:,0x([0-9a-f]{1,2}))\}\}$/;

const unrecognized = "Unrecognized Guid format.";
const badLength = "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).";
const badDashes = "Dashes are in the wrong position for GUID parsing.";
const badDigits = "Guid string should only contain hexadecimal characters.";

/** The identifier, or what is wrong with the text. */
function read(text: string, format: string | null): Guid | string {
  if (text.length > 256) return unrecognized;
  const word = trim(text, "both", isWhiteSpace).toLowerCase();
  if (word.length < 32) return unrecognized;
  switch (format?.toUpperCase() ?? guess(word)) {
    case "D":
      return readDashed(word);
    case "N":
      if (word.length !== 32) return badLength;
      return /^[0-9a-f]+$/.test(word) ? new Guid(word) : badDigits;
    case "B":
      return word.startsWith("{") && word.endsWith("}") ? readDashed(word.slice(1, -1)) : badLength;
    case "P":
      return word.startsWith("(") && word.endsWith(")") ? readDashed(word.slice(1, -1)) : badLength;
    default: {
      const parts = nested.exec(word.replace(/\s+/g, ""));
      if (parts === null) return unrecognized;
      const widths = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2];
      return new Guid(widths.map((width, at) => (parts[at + 1] ?? "").padStart(width, "0")).join(""));
    }
  }
}

function guess(word: string): string {
  if (word.startsWith("(")) return "P";
  if (word.startsWith("{")) return word[9] === "-" ? "B" : "X";
  return word[8] === "-" ? "D" : "N";
}

function readDashed(word: string): Guid | string {
  if (word.length !== 36) return badLength;
  if (!dashesStand.test(word)) return badDashes;
  return dashed.test(word) ? new Guid(word.replaceAll("-", "")) : badDigits;
}

function checkFormat(format: string | null): NetException | null {
  if (format !== null && /^[ndbpx]$/i.test(format)) return null;
  return formatException('Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".');
}

export function parseGuid(text: string | null, parameter = "input"): Guid {
  if (text === null) throw argumentNull(parameter);
  const found = read(text, null);
  if (typeof found === "string") throw formatException(found);
  return found;
}

export function parseGuidExactly(text: string | null, format: string | null): Guid {
  if (text === null) throw argumentNull("input");
  if (format === null) throw argumentNull("format");
  const wrong = checkFormat(format);
  if (wrong !== null) throw wrong;
  const found = read(text, format);
  if (typeof found === "string") throw formatException(found);
  return found;
}

/** null when the text is none, of any format or of this one. */
export function tryParseGuid(text: string | null, format: string | null = null): Guid | null {
  if (text === null) return null;
  const found = read(text, format);
  return typeof found === "string" ? null : found;
}

export const isGuidFormat = (format: string | null): boolean => checkFormat(format) === null;
