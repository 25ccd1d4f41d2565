import { type CompileContext, CompileError, partNamed, partsNamed, required } from "@/policy/catalog/compile";
import type { PolicyNode } from "@/policy/policy-node";
import { certificatePlace, openidPlace, writtenPlace } from "./key-places";
import type { KeyPlace } from "./key-ring";
import { certificateKey, rsaKey, secretKey, zumoKey } from "./verification-key";

/** Of everything that signatures may be verified with, as the policy lists it. What `host` of openid-config does is not documented. */
export function keyPlaces(node: PolicyNode, context: CompileContext): KeyPlace[] {
  return [
    ...partsOf(node, "issuer-signing-keys").map((part) => keyPlace(part, context)),
    // Not documented, either: certificates in base64 are what such tokens were.
    ...partsOf(node, "issuer-signing-tokens").map((part) =>
      writtenPlace(null, [context.content(part)], ([text = ""], id) => certificateKey(text, id)),
    ),
    ...partsNamed(node, "openid-config").map((part) =>
      openidPlace(required(part, "url", context.text(part, "url")), node.name),
    ),
  ];
}

const partsOf = (node: PolicyNode, group: string): readonly PolicyNode[] => partNamed(node, group)?.children ?? [];

function keyPlace(part: PolicyNode, context: CompileContext): KeyPlace {
  const id = context.text(part, "id");
  if (part.name === "zumo-master-key") {
    return writtenPlace(id, [context.content(part)], ([text = ""], given) => zumoKey(text, given));
  }
  if (part.attributes.has("certificate-id")) return certificatePlace(part, context, certificateKey);
  const [n, e] = [context.text(part, "n"), context.text(part, "e")];
  if (n !== null && e !== null) {
    return writtenPlace(id, [n, e], ([modulus = "", exponent = ""], given) => rsaKey(modulus, exponent, given));
  }
  if (n !== null || e !== null) throw new CompileError(part, "'n' and 'e' go together.");
  return writtenPlace(id, [context.content(part)], ([text = ""], given) => secretKey(text, given));
}
