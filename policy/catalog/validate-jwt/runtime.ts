import type { Runtime } from "@/policy/catalog/compile";
import { audienceRule, requiredClaimRules, textsIn } from "@/policy/kits/jwt/check-claims";
import { listedIssuers } from "@/policy/kits/jwt/check-issuer";
import { decryptionKeyPlaces } from "@/policy/kits/jwt/key-places";
import { KeyRing } from "@/policy/kits/jwt/key-ring";
import { keyPlaces } from "@/policy/kits/jwt/listed-keys";
import { tokenStep } from "@/policy/kits/jwt/token-step";

export const runtime: Runtime = {
  compile(node, context) {
    return tokenStep(node, context, {
      place: {
        value: context.text(node, "token-value"),
        query: context.text(node, "query-parameter-name"),
        header: context.text(node, "header-name"),
        scheme: context.text(node, "require-scheme"),
      },
      ring: new KeyRing(keyPlaces(node, context), decryptionKeyPlaces(node, context)),
      requiresSignature: context.boolean(node, "require-signed-tokens") ?? { fixed: true },
      requiresExpiration: context.boolean(node, "require-expiration-time") ?? { fixed: true },
      skewSeconds: context.integer(node, "clock-skew") ?? { fixed: 0 },
      claims: [...audienceRule(textsIn(node, "audiences", context)), ...requiredClaimRules(node, context)],
      issuer: listedIssuers(textsIn(node, "issuers", context)),
    });
  },
};
