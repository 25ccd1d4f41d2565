import { argumentNull, formatException } from "@/policy/expression/values/net-exception";
import { isWhiteSpace, trim } from "./white-space";

/** bool.TryParse; null for what is neither. */
export function tryParseBoolean(text: string | null): boolean | null {
  if (text === null) return null;
  const word = trim(text, "both", (code) => code === 0 || isWhiteSpace(code));
  if (word.length > 5) return null;
  const small = word.toLowerCase();
  return small === "true" ? true : small === "false" ? false : null;
}

export function parseBoolean(text: string | null): boolean {
  if (text === null) throw argumentNull("value");
  const value = tryParseBoolean(text);
  if (value === null) throw formatException(`String '${text}' was not recognized as a valid Boolean.`);
  return value;
}
