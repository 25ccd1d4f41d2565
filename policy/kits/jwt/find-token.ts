import { read, readOptional, type Value } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import { parsePairs } from "@/policy/kits/message/parse-pairs";
import { invalid, TokenRefused } from "./token-refused";

/** Where the token is looked for: the first of these that is not null. */
export interface TokenPlace {
  readonly value: Value<string> | null;
  readonly query: Value<string> | null;
  readonly header: Value<string> | null;
  /** Of the Authorization header; of others it says nothing. */
  readonly scheme: Value<string> | null;
}

export function findToken(exchange: Exchange, { value, query, header, scheme }: TokenPlace): string {
  const token =
    value !== null
      ? read(value, exchange).trim()
      : query !== null
        ? inQuery(exchange, read(query, exchange))
        : inHeader(exchange, header === null ? "" : read(header, exchange), scheme);
  if (token === "") throw absent();
  return token;
}

// "JWT not present." is the whole of this message.
const absent = (): TokenRefused => new TokenRefused("TokenNotPresent", "JWT not present.");

function inQuery({ request }: Exchange, name: string): string {
  const wanted = name.toLowerCase();
  return only(
    parsePairs(request.query.slice(1)).flatMap(([key, value]) => (key.toLowerCase() === wanted ? [value] : [])),
  ).trim();
}

function inHeader(exchange: Exchange, name: string, scheme: Value<string> | null): string {
  const text = only(exchange.request.headers.all(name)).trim();
  const gap = text.indexOf(" ");
  if (name.length !== 13 || name.toLowerCase() !== "authorization") {
    return gap > 0 && text.slice(0, gap).toLowerCase() === "bearer" ? text.slice(gap + 1).trimStart() : text;
  }
  const wanted = readOptional(scheme, exchange)?.trim() ?? "";
  if (text === "") return text;
  if (wanted !== "" && (gap < 0 ? "" : text.slice(0, gap)).toLowerCase() !== wanted.toLowerCase()) {
    throw invalid(`The Authorization header must have the scheme ${wanted}.`);
  }
  return gap < 0 ? text : text.slice(gap + 1).trimStart();
}

/** Of several a backend may read another one than was checked. */
function only(values: readonly string[]): string {
  if (values.length > 1) throw invalid("The token is given more than once.");
  return values[0] ?? "";
}
