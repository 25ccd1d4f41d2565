import type { AccessToken, TokenCredential } from "@azure/identity";
import type { ManagedIdentity } from "@/policy/host/managed-identity";

/** A token whose end cannot be read is asked for again after this. */
const assumedLifetimeMs = 5 * 60_000;

/** The gateway's managed identity in the shape that Azure's client libraries take. */
export function identityCredential(identity: () => ManagedIdentity, clientId: string | null): TokenCredential {
  return {
    async getToken(scopes): Promise<AccessToken> {
      const [scope = ""] = typeof scopes === "string" ? [scopes] : scopes;
      const token = await identity().token(scope.replace(/\/+\.default$/, ""), clientId);
      return { token, expiresOnTimestamp: endOf(token) ?? Date.now() + assumedLifetimeMs };
    },
  };
}

function endOf(token: string): number | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    const end = (claims as { exp?: unknown }).exp;
    return typeof end === "number" ? end * 1000 : null;
  } catch {
    return null;
  }
}
