import { httpToken } from "@/lib/http-token";
import {
  type CompileContext,
  CompileError,
  fixed,
  fixedOptional,
  required,
  type Value,
} from "@/policy/catalog/compile";
import type { PolicyNode } from "@/policy/policy-node";
import type { QuotaPeriod } from "./quota-window";

/** The attributes of a token limit, read once. */
export interface TokenLimitOptions {
  readonly counterKey: Value<string>;
  readonly tokensPerMinute: Value<number> | null;
  readonly quota: Value<number> | null;
  readonly period: QuotaPeriod;
  readonly estimatesPrompt: boolean;
  readonly ignoresPrompt: boolean;
  readonly retryAfter: Told;
  readonly remaining: Told;
  readonly remainingQuota: Told;
  readonly consumed: Told;
}
/** Where a number is told. */
export interface Told {
  readonly header: string | null;
  readonly variable: string | null;
}

export function tokenLimitOptions(node: PolicyNode, context: CompileContext): TokenLimitOptions {
  const text = (name: string) => fixedOptional(node, context.text(node, name));
  const flag = (name: string) => fixedOptional(node, context.boolean(node, name)) ?? false;
  const told = (name: string): Told => ({
    header: headerName(node, text(`${name}-header-name`)),
    variable: text(`${name}-variable-name`),
  });
  const tokensPerMinute = context.integer(node, "tokens-per-minute");
  const quota = context.integer(node, "token-quota");
  if (tokensPerMinute === null && quota === null) {
    throw new CompileError(node, "One of the attributes 'tokens-per-minute', 'token-quota' is required.");
  }
  return {
    counterKey: required(node, "counter-key", context.text(node, "counter-key")),
    tokensPerMinute,
    quota,
    period: (text("token-quota-period") ?? "Indefinite") as QuotaPeriod,
    estimatesPrompt: fixed(
      node,
      required(node, "estimate-prompt-tokens", context.boolean(node, "estimate-prompt-tokens")),
    ),
    ignoresPrompt: flag("ignore-prompt"),
    retryAfter: told("retry-after"),
    remaining: told("remaining-tokens"),
    remainingQuota: told("remaining-quota-tokens"),
    consumed: told("tokens-consumed"),
  };
}

function headerName(node: PolicyNode, name: string | null): string | null {
  if (name === null || name === "") return null;
  if (!httpToken.test(name)) throw new CompileError(node, `'${name}' is not a header name.`);
  return name;
}
