import type { ServiceDocument } from "@/contract/documents";
import type { JsonObject } from "@/lib/json";
import type { Project } from "../behaviour";
import { objectsAt, textAt } from "../read-properties";

/** The certificates of the gateway's listener (the default one serves clients that name no host), and who may trace. */
export const project: Project = ({ document, properties, installation: { debugPublicKey, affinityKey = null } }) => ({
  id: document.id,
  name: document.name,
  type: "service",
  properties: {
    hostnames: objectsAt(properties, "hostnameConfigurations").flatMap((item) => {
      const certificatePem = textAt(item, "certificatePem");
      const privateKeyPem = textAt(item, "privateKeyPem");
      if (item.type !== "Proxy" || certificatePem === null || privateKeyPem === null) return [];
      const entry = {
        hostName: textAt(item, "hostName"),
        certificatePem,
        privateKeyPem,
        negotiateClientCertificate: item.negotiateClientCertificate === true,
      };
      return item.defaultSslBinding === true ? [entry, { ...entry, hostName: null }] : [entry];
    }),
    ...withAuthorities(properties),
    ...(debugPublicKey === null ? {} : { debugPublicKey }),
    ...(affinityKey === null ? {} : { affinityKey }),
  },
});

function withAuthorities(properties: JsonObject): Pick<ServiceDocument, "authorities"> {
  const authorities = objectsAt(properties, "certificates").flatMap((item) => {
    const certificatePem = textAt(item, "certificatePem");
    if (certificatePem === null) return [];
    return [
      { store: item.storeName === "Root" ? ("Root" as const) : ("CertificateAuthority" as const), certificatePem },
    ];
  });
  return authorities.length === 0 ? {} : { authorities };
}
