import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Env } from "@/lib/env";

export type OidcSettings = Pick<
  Env,
  | "GATEHOUSE_OIDC_ISSUER"
  | "GATEHOUSE_OIDC_CLIENT_ID"
  | "GATEHOUSE_OIDC_CLIENT_SECRET"
  | "GATEHOUSE_OIDC_NAME"
  | "GATEHOUSE_OIDC_ROLE_CLAIM"
  | "GATEHOUSE_OIDC_DEFAULT_ROLE"
>;

/** The claims of an ID token that we read, all of them the provider's word. */
export interface OidcClaims extends Record<string, unknown> {
  iss: string;
  sub: string;
}

export const oidcProviderId = "oidc";

/** The provider that the settings name; null when they name none. Code flow with PKCE, state and nonce, nothing less. */
export function oidcProvider(settings: OidcSettings): OAuthConfig<OidcClaims> | null {
  const {
    GATEHOUSE_OIDC_ISSUER: issuer,
    GATEHOUSE_OIDC_CLIENT_ID: clientId,
    GATEHOUSE_OIDC_CLIENT_SECRET: secret,
  } = settings;
  if (issuer === undefined || clientId === undefined) return null;
  return {
    id: oidcProviderId,
    name: settings.GATEHOUSE_OIDC_NAME,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid profile email" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    clientId,
    clientSecret: secret,
    client: { token_endpoint_auth_method: secret === undefined ? "none" : "client_secret_basic" },
    httpOptions: { timeout: 10_000 },
    profile: (claims) => ({ id: claims.sub }),
  };
}

/**
 * The library checks the token against the issuer that discovery names; this checks that discovery named the one in the
 * settings. Entra ID's shared endpoints ("common", "organizations") stand for any tenant, whose own id the token carries.
 */
export function isIssuer(claims: OidcClaims, issuer: string): boolean {
  if (claims.iss.replace(/\/$/, "") === issuer.replace(/\/$/, "")) return true;
  const shared = /^(https:\/\/login\.microsoftonline\.com\/)(common|organizations|consumers)(\/v2\.0)\/?$/.exec(issuer);
  if (shared === null || typeof claims.tid !== "string" || !/^[0-9a-f-]{36}$/i.test(claims.tid)) return false;
  return claims.iss === `${shared[1]}${claims.tid}${shared[3]}`;
}
