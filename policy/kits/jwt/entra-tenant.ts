import { isTenant } from "@/policy/catalog/validate-azure-ad-token/tenant-id";
import { type Claims, textsOf } from "./check-claims";
import { isGuid, isIssuer } from "./check-issuer";
import type { KeySet } from "./key-ring";
import { denied } from "./token-refused";
import { UnusableKey } from "./verification-key";
import type { VerifiedToken } from "./verified-tokens";

/** All private accounts have this one tenant. */
const consumers = "9188040d-6c67-4c5b-b112-36a304b66dad";

/** Where a tenant says what its tokens of version 2 and of version 1 are like. */
export const openidUrls = (endpoint: string, tenant: string): [v2: string, v1: string] => {
  const authority = `${endpoint.replace(/\/+$/, "")}/${checked(tenant)}`;
  const document = ".well-known/openid-configuration";
  return [`${authority}/v2.0/${document}`, `${authority}/${document}`];
};

/** It becomes part of an address, and may come from an expression. */
function checked(tenant: string): string {
  if (isTenant(tenant)) return tenant;
  throw new UnusableKey(`'${tenant}' is not the id or the domain of a tenant.`);
}

/** Not documented: the issuers that the tenant announces for both versions, and for names of many tenants what they stand for. */
export function checkTenant(tenant: string, { claims, issuers }: VerifiedToken, keys: KeySet): void {
  const own = claims.get("iss");
  const announced = issuers ?? keys.issuers;
  const isAnnounced = typeof own === "string" && announced.some((issuer) => isIssuer(own, issuer, claims));
  if (!isAnnounced || !belongs(tenant.toLowerCase(), claims)) {
    throw denied("TokenIssuerNotAllowed", "The token is from another issuer.");
  }
}

function belongs(tenant: string, claims: Claims): boolean {
  const own = String(claims.get("tid") ?? "").toLowerCase();
  if (tenant === "organizations") return isGuid(own) && own !== consumers;
  if (tenant === "consumers") return own === consumers;
  return isGuid(tenant) ? own === tenant : true;
}

/** Not documented: version 1 says appid, and version 2 azp. */
export function checkClient(ids: readonly string[], claims: Claims): void {
  const own = claims.get("ver") === "1.0" ? claims.get("appid") : (claims.get("azp") ?? claims.get("appid"));
  const wanted = ids.map((id) => id.toLowerCase());
  if (typeof own === "string" && wanted.includes(own.toLowerCase())) return;
  if (own === undefined) {
    throw denied("TokenClaimNotFound", "JWT token is missing the following claims: azp.");
  }
  throw denied(
    "TokenClaimValueNotAllowed",
    `Claim ${claims.has("azp") ? "azp" : "appid"} value of ${textsOf(own)} is not allowed.`,
  );
}
