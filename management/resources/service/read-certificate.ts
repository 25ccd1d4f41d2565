import type { JsonObject } from "@/lib/json";
import { describe, readCertificates, readPfx, UnreadablePfx } from "@/lib/pfx/read-pfx";
import type { Writing } from "../behaviour";
import { textAt } from "../read-properties";
import { utc } from "../utc";

export interface ItemReading {
  item: JsonObject;
  /** The same item as it is stored, whose certificate stays when no new one is sent. */
  stored: JsonObject | null;
  target: string;
  refuse: Writing["refuse"];
}

/** A host name with its certificate: a new one from the file sent, else the stored one. */
export function readHostname({ item, stored, target, refuse }: ItemReading): JsonObject {
  const { encodedCertificate, certificatePassword, ...kept } = item;
  if (typeof encodedCertificate === "string") {
    return guarded(kept, target, refuse, () => {
      const { subject, thumbprint, expiresAt, ...pems } = readPfx(
        encodedCertificate,
        textAt(item, "certificatePassword") ?? undefined,
      );
      return {
        ...kept,
        ...pems,
        certificateSource: "Custom",
        certificate: { subject, thumbprint, expiry: utc(expiresAt) },
      };
    });
  }
  if (certificatePassword !== undefined)
    refuse(`${target}.encodedCertificate`, "Is required where a password is given.");
  // No vault can be read, and a status that says otherwise would let people wait for it.
  if (item.keyVaultId !== undefined) return { ...kept, certificateSource: "KeyVault", certificateStatus: "Failed" };
  return withStored(kept, stored, ["certificate", "certificatePem", "privateKeyPem"]);
}

/** A certificate of an authority to trust. */
export function readStoreCertificate({ item, stored, target, refuse }: ItemReading): JsonObject {
  const { encodedCertificate, certificatePassword, ...kept } = item;
  if (typeof encodedCertificate === "string") {
    return guarded(kept, target, refuse, () => {
      const [first, ...more] = readCertificates(encodedCertificate, textAt(item, "certificatePassword") ?? undefined);
      if (first === undefined) throw new UnreadablePfx("data", "The file holds no certificate.");
      const { subject, thumbprint, expiresAt } = describe(first);
      const certificatePem = [first, ...more].map((each) => each.toString()).join("");
      return { ...kept, certificatePem, certificate: { subject, thumbprint, expiry: utc(expiresAt) } };
    });
  }
  if (certificatePassword !== undefined)
    refuse(`${target}.encodedCertificate`, "Is required where a password is given.");
  if (stored === null) refuse(`${target}.encodedCertificate`, "Is required.");
  return withStored(kept, stored, ["certificate", "certificatePem"]);
}

function withStored(item: JsonObject, stored: JsonObject | null, members: readonly string[]): JsonObject {
  const found = members.flatMap((member) =>
    stored?.[member] === undefined ? [] : [[member, stored[member]] as const],
  );
  return { ...item, ...Object.fromEntries(found) };
}

function guarded(kept: JsonObject, target: string, refuse: ItemReading["refuse"], read: () => JsonObject): JsonObject {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadablePfx)) throw error;
    refuse(`${target}.${error.target === "data" ? "encodedCertificate" : "certificatePassword"}`, error.message);
    return kept;
  }
}
