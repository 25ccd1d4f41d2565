import type { Value } from "@/policy/catalog/compile";
import { allFixed, type Claims, readAll } from "./check-claims";
import { denied } from "./token-refused";
import type { TokenRules } from "./token-step";

/**
 * RFC 7519 section 4.1.1: the issuer must be listed, or be one that the sources of the token's key announce. Where
 * neither is, any will do.
 */
export function listedIssuers(values: readonly Value<string>[] | null): TokenRules["issuer"] {
  const listed = values ?? [];
  return {
    isFixed: allFixed(listed),
    check({ claims, issuers }, keys, exchange) {
      const announced = issuers ?? keys.issuers;
      // Where a source is away it is not known whom it would have announced.
      if (listed.length === 0 && announced.length === 0 && keys.failures.length === 0) return;
      const own = claims.get("iss");
      if (typeof own === "string") {
        if (announced.some((issuer) => isIssuer(own, issuer, claims))) return;
        if (readAll(listed, exchange).includes(own)) return;
      }
      throw denied("TokenIssuerNotAllowed", "The token is from another issuer.");
    },
  };
}

/** Where Microsoft Entra serves many tenants, the one issuer that it announces has a gap for the tenant. */
export function isIssuer(own: string, announced: string, claims: Claims): boolean {
  if (!announced.includes("{tenantid}")) return own === announced;
  const tenant = claims.get("tid");
  return typeof tenant === "string" && isGuid(tenant) && own === announced.replace("{tenantid}", tenant);
}

export const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
