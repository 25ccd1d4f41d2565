import type { Project } from "../behaviour";
import { objectsAt, textAt } from "../read-properties";

/** The certificates of the gateway's listener. The default one serves clients that name no host. */
export const project: Project = ({ document, properties }) => ({
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
  },
});
