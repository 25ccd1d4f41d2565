import type { JsonObject } from "@/lib/json";
import { isObject } from "../verbs/json-shape";
import { valueAt } from "./secret-fields";
import { utc } from "./utc";

/**
 * What a named value or a certificate says of the key vault it comes from. This installation has no vault configured,
 * so such a document is kept as written, says so, and gives gateways nothing: what uses it fails closed.
 */
export function withVaultStatus(properties: JsonObject, before: JsonObject | null, now: Date): JsonObject {
  const { keyVault } = properties;
  if (!isObject(keyVault)) return properties;
  const same = (member: string) =>
    valueAt(before ?? {}, ["keyVault", member]) === valueAt(properties, ["keyVault", member]);
  // A status that is still true keeps its time, so that writing the same again changes nothing.
  if (isObject(keyVault.lastStatus) && same("secretIdentifier") && same("identityClientId")) return properties;
  return { ...properties, keyVault: { ...keyVault, lastStatus: noVault(now) } };
}

export const noVault = (now: Date): JsonObject => ({
  code: "KeyVaultNotConfigured",
  message: "No key vault has been configured for this installation, so the secret could not be read.",
  timeStampUtc: utc(now),
});
