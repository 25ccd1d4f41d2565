import { type CertificateFile, readPfx, UnreadablePfx } from "@/lib/pfx/read-pfx";
import type { Rules, Writing } from "../behaviour";
import { withVaultStatus } from "../key-vault";
import { utc } from "../utc";

export const rules: Rules = {
  write(writing) {
    const { data, password, keyVault, ...stored } = writing.properties;
    if (typeof data === "string") {
      if (keyVault !== undefined) writing.refuse("data", "Give the certificate's data or a key vault, not both.");
      const file = read(writing, data, typeof password === "string" ? password : undefined);
      if (file !== null) writing.properties = propertiesOf(file);
      return;
    }
    if (password !== undefined) writing.refuse("data", "Is required where a password is given.");
    if (keyVault !== undefined) {
      if ((keyVault as { secretIdentifier?: string }).secretIdentifier === undefined) {
        writing.refuse("keyVault.secretIdentifier", "Is required.");
      }
      const before = writing.before?.properties ?? null;
      writing.properties = withVaultStatus({ keyVault }, before, new Date());
      return;
    }
    // What a GET returned comes back without the data: then the stored certificate stays.
    if (stored.privateKeyPem === undefined)
      writing.refuse("data", "Is required, unless the certificate comes from a key vault.");
    else writing.properties = stored;
  },
};

function read({ refuse }: Writing, data: string, password: string | undefined): CertificateFile | null {
  try {
    return readPfx(data, password);
  } catch (error) {
    if (!(error instanceof UnreadablePfx)) throw error;
    refuse(error.target, error.message);
    return null;
  }
}

const propertiesOf = ({ expiresAt, ...file }: CertificateFile) => ({ ...file, expirationDate: utc(expiresAt) });
