import type { Project } from "../behaviour";

/** One whose key vault could not be read has nothing to give. */
export const project: Project = ({ document, properties }) => {
  const { subject, thumbprint, expirationDate, certificatePem, privateKeyPem } = properties;
  if (typeof certificatePem !== "string") return null;
  return {
    id: document.id,
    name: document.name,
    type: "certificates",
    properties: {
      subject: String(subject),
      thumbprint: String(thumbprint),
      expirationDate: String(expirationDate),
      certificatePem,
      privateKeyPem: typeof privateKeyPem === "string" ? privateKeyPem : null,
    },
  };
};
