import type { CompileContext, Value } from "@/policy/catalog/compile";
import { partNamed, partsNamed, read, readOptional } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import type { PolicyNode } from "@/policy/policy-node";
import { denied } from "./token-refused";

export type Claims = ReadonlyMap<string, unknown>;

/** A rule for what a token says; throws a TokenRefused. */
export interface ClaimRule {
  /** Whether it comes out the same whatever the request. */
  readonly isFixed: boolean;
  check(claims: Claims, exchange: Exchange): void;
}

/** The texts of the elements inside: <audiences><audience>a</audience></audiences>; null where it is absent. */
export function textsIn(node: PolicyNode, group: string, context: CompileContext): Value<string>[] | null {
  return partNamed(node, group)?.children.map((child) => context.content(child)) ?? null;
}

export const allFixed = (values: readonly (Value<unknown> | null)[]): boolean =>
  values.every((value) => value === null || "fixed" in value);

export const readAll = (values: readonly Value<string>[], exchange: Exchange): string[] =>
  values.map((value) => read(value, exchange).trim());

/** What a claim that may be one text or several holds; what is no text is none. */
export const textsOf = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim]).filter((each): each is string => typeof each === "string");

/** RFC 7519 section 4.1.3: one of these must be what the token is for. */
export function audienceRule(values: Value<string>[] | null, alsoAs: (id: string) => string[] = () => []): ClaimRule[] {
  if (values === null || values.length === 0) return [];
  return [
    {
      isFixed: allFixed(values),
      check(claims, exchange) {
        const wanted = readAll(values, exchange).flatMap((id) => [id, ...alsoAs(id)]);
        if (textsOf(claims.get("aud")).some((audience) => wanted.includes(audience))) return;
        throw denied("TokenAudienceNotAllowed", "The token is for another audience.");
      },
    },
  ];
}

export function requiredClaimRules(node: PolicyNode, context: CompileContext): ClaimRule[] {
  const group = partNamed(node, "required-claims");
  const parts = group === undefined ? [] : partsNamed(group, "claim");
  if (parts.length === 0) return [];
  const wanted = parts.map((part) => ({
    name: context.text(part, "name") ?? { fixed: "" },
    match: context.text(part, "match") ?? { fixed: "all" },
    separator: context.text(part, "separator"),
    values: partsNamed(part, "value").map((value) => context.content(value)),
  }));
  const present: ClaimRule = {
    isFixed: allFixed(wanted.map(({ name }) => name)),
    check(claims, exchange) {
      const missing = wanted
        .map(({ name }) => read(name, exchange))
        .filter((name) => name !== "" && (claims.get(name) ?? null) === null);
      if (missing.length === 0) return;
      throw denied("TokenClaimNotFound", `JWT token is missing the following claims: ${missing.join(", ")}.`);
    },
  };
  const rules = wanted.map(
    ({ name, match, separator, values }): ClaimRule => ({
      isFixed: allFixed([name, match, separator, ...values]),
      check(claims, exchange) {
        if (values.length === 0) return;
        const claim = read(name, exchange);
        const found = valuesOf(claims.get(claim), readOptional(separator, exchange));
        const isThere = (value: string) => found.includes(value);
        const listed = readAll(values, exchange);
        if (read(match, exchange) === "any" ? listed.some(isThere) : listed.every(isThere)) return;
        const text = `Claim ${claim} value of ${found.join(", ")} is not allowed.`;
        throw denied("TokenClaimValueNotAllowed", text);
      },
    }),
  );
  return [present, ...rules];
}

function valuesOf(claim: unknown, separator: string | null): string[] {
  const texts = (Array.isArray(claim) ? claim : [claim]).map(claimText);
  return separator === null || separator === "" ? texts : texts.flatMap((text) => text.split(separator));
}

/** As context.Variables would show it. */
const claimText = (value: unknown): string =>
  value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
