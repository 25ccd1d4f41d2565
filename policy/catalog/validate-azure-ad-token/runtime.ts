import { env } from "@/lib/env";
import { type CompileContext, CompileError, type Runtime, read, required, type Value } from "@/policy/catalog/compile";
import {
  allFixed,
  audienceRule,
  type ClaimRule,
  readAll,
  requiredClaimRules,
  textsIn,
} from "@/policy/kits/jwt/check-claims";
import { checkClient, checkTenant, openidUrls } from "@/policy/kits/jwt/entra-tenant";
import { decryptionKeyPlaces, openidPlace } from "@/policy/kits/jwt/key-places";
import { KeyRing } from "@/policy/kits/jwt/key-ring";
import { tokenStep } from "@/policy/kits/jwt/token-step";
import { UnusableKey } from "@/policy/kits/jwt/verification-key";
import type { PolicyNode } from "@/policy/policy-node";

export const runtime: Runtime = {
  compile(node, context) {
    const tenant = required(node, "tenant-id", context.text(node, "tenant-id"));
    const header = context.text(node, "header-name") ?? { fixed: "Authorization" };
    return tokenStep(node, context, {
      place: {
        value: context.text(node, "token-value"),
        query: context.text(node, "query-parameter-name"),
        header,
        scheme: context.text(node, "require-scheme") ?? { fixed: "Bearer" },
      },
      ring: new KeyRing(
        ([0, 1] as const).map((version) => openidPlace(metadataUrl(node, context, tenant, version), node.name)),
        decryptionKeyPlaces(node, context),
      ),
      requiresSignature: { fixed: true },
      requiresExpiration: { fixed: true },
      skewSeconds: { fixed: 0 },
      claims: [
        ...clientRules(textsIn(node, "client-application-ids", context)),
        ...audienceRule(textsIn(node, "audiences", context)),
        // Not documented: the application that the token is for, which version 1 writes as an address.
        ...audienceRule(textsIn(node, "backend-application-ids", context), (id) => [`api://${id}`, `spn:${id}`]),
        ...requiredClaimRules(node, context),
      ],
      issuer: {
        isFixed: "fixed" in tenant,
        check: (token, keys, exchange) => checkTenant(read(tenant, exchange).trim(), token, keys),
      },
    });
  },
};

function metadataUrl(node: PolicyNode, context: CompileContext, tenant: Value<string>, version: 0 | 1): Value<string> {
  const endpoint = context.text(node, "authentication-endpoint") ?? { fixed: env().GATEHOUSE_ENTRA_AUTHORITY };
  const url = (at: string, of: string): string => openidUrls(at.trim(), of.trim())[version];
  if (!("fixed" in endpoint && "fixed" in tenant))
    return { evaluate: (exchange) => url(read(endpoint, exchange), read(tenant, exchange)) };
  try {
    return { fixed: url(endpoint.fixed, tenant.fixed) };
  } catch (error) {
    throw error instanceof UnusableKey ? new CompileError(node, error.message) : error;
  }
}

function clientRules(ids: Value<string>[] | null): ClaimRule[] {
  if (ids === null) return [];
  return [{ isFixed: allFixed(ids), check: (claims, exchange) => checkClient(readAll(ids, exchange), claims) }];
}
