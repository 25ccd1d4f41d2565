import type { Exchange } from "@/policy/exchange";
import { JArray } from "@/policy/kits/json/jarray";
import { parseToken } from "@/policy/kits/json/load-token";

/** As a GraphQL response has them. */
export interface GraphqlError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
}

/** A request that is answered with errors, and no data. */
export class RequestError extends Error {
  readonly errors: readonly GraphqlError[];

  constructor(...errors: readonly GraphqlError[]) {
    super(errors[0]?.message ?? "The request is invalid.");
    this.errors = errors;
  }
}

/** Azure's own name for where all errors go, whatever the policy names besides. */
const everyError = "GraphQLErrors";

/** Puts errors behind those that are there. */
export function noteErrors(exchange: Exchange, variable: string | null, errors: readonly GraphqlError[]): void {
  for (const name of new Set([everyError, variable ?? everyError])) {
    const before = exchange.variables.get(name);
    const list = before instanceof JArray ? before : new JArray();
    for (const error of errors) list.append(parseToken(JSON.stringify(error)));
    exchange.variables.set(name, list);
  }
}
