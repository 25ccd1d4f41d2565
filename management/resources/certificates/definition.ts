import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { keyVaultReference, text } from "../member";

/** A certificate with its private key. What is stored is the parsed certificate and the sealed key, not the file. */
export const certificates = defineResource({
  kind: "certificates",
  types: ["certificates"],
  title: "Certificate",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/certificate",
  id: entityId("a certificate", 80),
  create: z.strictObject({
    data: text(1, 1_000_000).optional(),
    password: text(0, 1024).optional(),
    keyVault: keyVaultReference.optional(),
  }),
  update: null,
  readOnly: ["subject", "thumbprint", "expirationDate", "certificatePem", "privateKeyPem", "keyVault.lastStatus"],
  secrets: [{ path: "privateKeyPem", shown: "omitted", keptWhenAbsent: true }],
  references: () => [],
  filterable: ["subject", "thumbprint", "expirationDate"],
  form: { sections: [{ id: "basics", fields: ["data", "password", "keyVault"] }] },
});
