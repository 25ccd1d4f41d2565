import type { Body, Exchange } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { Headers } from "@/policy/headers";
import { bodyValue } from "./body-value";
import { LiquidProblem, parseLiquidLeniently } from "./liquid-template";
import { scopeOf } from "./scope-of";
import type { ValueOptions } from "./template-value";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What templates see of an exchange, as it goes to a worker thread. */
export interface SeenExchange {
  readonly requestId: string;
  readonly request: Pick<
    Exchange["request"],
    "method" | "scheme" | "hostName" | "port" | "path" | "query" | "clientAddress"
  > & { readonly lines: string[]; readonly body: Body["kind"] };
  /** null: there is none, or the template does not ask. */
  readonly certificate: string | null;
  readonly response: { readonly status: number; readonly reason: string; readonly lines: string[] } | null;
  readonly target: { readonly baseUrl: string | null; readonly path: string; readonly query: string };
  readonly api: Named | null;
  readonly operation: Named | null;
  readonly product: Named | null;
  readonly subscription: Named | null;
  readonly email: string | null;
  readonly matchedParameters: ReadonlyMap<string, string>;
  /** Texts, numbers and their like. */
  readonly variables: ReadonlyMap<string, unknown>;
}

export interface LiquidWork {
  readonly source: string;
  readonly template: string;
  readonly text: string;
  readonly contentType: string | undefined;
  readonly options: ValueOptions;
  readonly seen: SeenExchange;
}
export type LiquidOutcome =
  | { readonly kind: "said"; readonly text: string }
  | { readonly kind: "failed"; readonly message: string };

/** A large body is no template's doing, and nobody else waits for this thread. */
const msPerCharacter = 1 / 2_000;

/** A task for a worker thread: reads a body and carries out a template on it. */
export function renderLiquid({ source, template, text, contentType, options, seen }: LiquidWork): LiquidOutcome {
  try {
    const body = bodyValue(text, contentType, options, source);
    const scope = scopeOf(exchangeOf(seen), body, options);
    return { kind: "said", text: parseLiquidLeniently(template).render(scope, text.length * msPerCharacter) };
  } catch (error) {
    if (error instanceof LiquidProblem) return { kind: "failed", message: templateFailed(error) };
    if (error instanceof Fault) return { kind: "failed", message: error.message };
    throw error;
  }
}

export const templateFailed = ({ message }: LiquidProblem): string => `The Liquid template failed: ${message}`;

/** As much of an exchange as a template can reach. */
function exchangeOf({ request, response, email, certificate, ...seen }: SeenExchange): Parameters<typeof scopeOf>[0] {
  return {
    ...seen,
    request: {
      ...request,
      headers: new Headers(request.lines),
      body: { kind: request.body },
      clientCertificate: () => certificate,
    },
    response: response === null ? null : { ...response, headers: new Headers(response.lines) },
    user: email === null ? null : { email },
  };
}
