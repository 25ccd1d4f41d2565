import { type CompileContext, partNamed, partsNamed, read, readOptional, type Value } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import type { PolicyNode } from "@/policy/policy-node";
import { normalOrigin } from "./origin";

/** What a cors policy says, for one request. */
export interface CorsRules {
  /** "*" or what the response says to this origin; null: the origin is none of those allowed. */
  readonly origin: string | null;
  /** Whether the answer is another for another origin. */
  readonly variesByOrigin: boolean;
  readonly allowsCredentials: boolean;
  readonly terminatesUnmatched: boolean;
}

export interface CompiledCors {
  rulesFor(exchange: Exchange, origin: string | null): CorsRules;
  readonly methods: readonly Value<string>[] | null;
  readonly headers: readonly Value<string>[];
  readonly exposed: readonly Value<string>[];
  /** null: none is written. */
  readonly maxAge: Value<number> | null;
}

type Origins = { readonly isAny: boolean; readonly listed: ReadonlySet<string> };

export function compileCors(node: PolicyNode, context: CompileContext): CompiledCors {
  const listed = (part: string, item: string): Value<string>[] => {
    const element = partNamed(node, part);
    return element === undefined ? [] : partsNamed(element, item).map((each) => context.content(each));
  };
  const origins = listed("allowed-origins", "origin");
  const known = origins.every((each) => "fixed" in each) ? originsOf(origins.map((each) => each.fixed)) : null;
  const credentials = context.boolean(node, "allow-credentials");
  const terminate = context.boolean(node, "terminate-unmatched-request");
  const methods = partNamed(node, "allowed-methods");
  return {
    methods: methods === undefined ? null : listed("allowed-methods", "method"),
    headers: listed("allowed-headers", "header"),
    exposed: listed("expose-headers", "header"),
    maxAge: methods?.attributes.has("preflight-result-max-age")
      ? context.integer(methods, "preflight-result-max-age")
      : null,
    rulesFor(exchange, origin) {
      const { isAny, listed } = known ?? originsOf(origins.map((each) => read(each, exchange)));
      const matches = origin !== null && listed.has(normalOrigin(origin) ?? "");
      return {
        origin: matches ? origin : isAny ? "*" : null,
        variesByOrigin: !isAny || listed.size > 0,
        // No browser takes credentials together with "*".
        allowsCredentials: matches && readOptional(credentials, exchange) === true,
        terminatesUnmatched: readOptional(terminate, exchange) !== false,
      };
    },
  };
}

function originsOf(texts: readonly string[]): Origins {
  const listed = new Set<string>();
  let isAny = false;
  for (const text of texts) {
    const origin = text.trim();
    if (origin === "*") isAny = true;
    else listed.add(normalOrigin(origin) ?? origin);
  }
  return { isAny, listed };
}
