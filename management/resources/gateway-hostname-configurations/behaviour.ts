import type { JsonObject } from "@/lib/json";
import type { Behaviour } from "../behaviour";
import { canonicalIdIn } from "../canonical";
import { fullId } from "../full-id";

export const gatewayHostnameConfigurations: Behaviour = {
  rules: {
    write(writing) {
      const { properties } = writing;
      const certificateId = canonicalIdIn("certificates", String(properties.certificateId));
      if (certificateId === null)
        return writing.refuse("certificateId", "Must be the id of a certificate: /certificates/{id}.");
      const {
        negotiateClientCertificate = false,
        tls10Enabled = false,
        tls11Enabled = false,
        http2Enabled = true,
      } = properties;
      writing.properties = {
        ...properties,
        certificateId,
        negotiateClientCertificate,
        tls10Enabled,
        tls11Enabled,
        http2Enabled,
      };
    },
  },
  async present({ resource, document, read }) {
    const id = String(document.properties.certificateId);
    const certificate = await read.read(id);
    const named = certificate ?? { id, type: "certificates", name: id.slice("/certificates/".length) };
    return { ...resource, properties: { ...(resource.properties as JsonObject), certificateId: fullId(named) } };
  },
};
