import type { Exchange } from "@/policy/exchange";
import { putText } from "@/policy/kits/content/put-content";
import { deepest, isNestedDeeper, stringEnd } from "@/policy/kits/json-schema/nesting";
import { memberNames, offsetOfValue } from "@/policy/kits/json-schema/place-of-value";
import { decodeText } from "@/policy/kits/message/decode-text";
import { inflateUpTo, NotInflatable } from "@/policy/kits/message/inflate-up-to";
import { mediaType } from "@/policy/kits/validation/media-type";
import { RequestError } from "./graphql-errors";

/** A GraphQL document on its way over HTTP. */
export interface GraphqlMessage {
  readonly query: string;
  readonly operationName: string | null;
  /** Puts another document in its place; all else stays. */
  replace(query: string): void;
}

const refused = (message: string): RequestError => new RequestError({ message });

/** From the query of a GET or the body of a POST; throws a RequestError for what is neither, or could be read in two ways. */
export async function readGraphqlMessage(exchange: Exchange, maxBytes: number): Promise<GraphqlMessage> {
  const { method } = exchange.request;
  if (method === "GET") return fromQuery(exchange, maxBytes);
  if (method !== "POST") throw refused("A GraphQL request is a GET or a POST.");
  if (new URLSearchParams(exchange.target.query).has("query")) {
    throw refused("A POST has its query in its body, not in its URL.");
  }
  return fromBody(exchange, maxBytes);
}

function fromQuery({ target }: Exchange, maxBytes: number): GraphqlMessage {
  if (target.query.length > maxBytes) throw tooLarge(target.query.length, maxBytes);
  const parameters = new URLSearchParams(target.query);
  for (const name of ["query", "operationName"]) {
    if (parameters.getAll(name).length > 1) throw refused(`The URL has '${name}' more than once.`);
  }
  return {
    query: parameters.get("query") ?? "",
    operationName: parameters.get("operationName") || null,
    replace: (query) => {
      parameters.set("query", query);
      target.query = `?${parameters}`;
    },
  };
}

async function fromBody({ request }: Exchange, maxBytes: number): Promise<GraphqlMessage> {
  const { headers, body } = request;
  const encoding = headers.get("content-encoding");
  if (body.length !== null && encoding === undefined && body.length > maxBytes) throw tooLarge(body.length, maxBytes);
  const bytes = await inflateUpTo(await body.bytes(), encoding, maxBytes).catch((error: unknown) => {
    throw error instanceof NotInflatable ? refused(error.message) : error;
  });
  if (bytes === null) throw tooLarge(null, maxBytes);
  const text = decoded(bytes, headers.get("content-type"));
  const replaceBody = (content: string) => putText(request, content);
  if (mediaType(headers.get("content-type") ?? "") === "application/graphql") {
    return { query: text, operationName: null, replace: replaceBody };
  }
  const { query, operationName = null } = members(text);
  if (typeof query !== "string") throw refused("'query' must be a GraphQL document.");
  if (operationName !== null && typeof operationName !== "string") throw refused("'operationName' must be a text.");
  return {
    query,
    operationName: operationName || null,
    replace: (changed) => {
      const at = offsetOfValue(text, "/query", false);
      replaceBody(text.slice(0, at) + JSON.stringify(changed) + text.slice(stringEnd(text, at)));
    },
  };
}

const tooLarge = (size: number | null, maxBytes: number): RequestError =>
  refused(`The request is ${size ?? `more than ${maxBytes}`} bytes long, and at most ${maxBytes} are allowed.`);

function decoded(bytes: Uint8Array, contentType: string | undefined): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refused("The request's body is not valid UTF-8.");
  }
  // Who heeds the charset and who does not would see different queries.
  if (decodeText(bytes, contentType) !== text) throw refused("The request's body is not UTF-8, says its Content-Type.");
  return text;
}

function members(text: string): Record<string, unknown> {
  if (isNestedDeeper(text, deepest)) throw refused(`The request's body is nested more than ${deepest} times.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused("The request's body is not JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw refused("A GraphQL request is a JSON object with 'query'.");
  }
  // Who reads the first and who reads the last of them would see different queries.
  const names = memberNames(text);
  if (new Set(names).size < names.length) throw refused("The request's body has a member more than once.");
  return value as Record<string, unknown>;
}
