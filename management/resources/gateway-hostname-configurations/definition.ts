import { z } from "zod";
import { canonicalIdIn } from "../canonical";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { text } from "../member";

const hostname = /^(?:\*|(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)$/i;

const contract = z.strictObject({
  hostname: text(1, 255).regex(hostname, "Must be a domain name, or one whose first label is *, or * alone."),
  certificateId: z.string().min(1, "Must have at least 1 character."),
  negotiateClientCertificate: z.boolean().optional(),
  tls10Enabled: z.boolean().optional(),
  tls11Enabled: z.boolean().optional(),
  http2Enabled: z.boolean().optional(),
});

export const gatewayHostnameConfigurations = defineResource({
  kind: "gatewayHostnameConfigurations",
  types: ["gateways/hostnameConfigurations"],
  title: "Gateway hostname configuration",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/gateway-hostname-configuration",
  id: entityId("a hostname configuration", 80),
  create: contract,
  update: null,
  readOnly: [],
  secrets: [],
  references({ certificateId }) {
    if (typeof certificateId !== "string") return [];
    return [{ to: canonicalIdIn("certificates", certificateId) ?? certificateId, target: "certificateId" }];
  },
  filterable: ["hostname"],
  form: {
    sections: [
      { id: "basics", fields: ["hostname", "certificateId"] },
      { id: "tls", fields: ["negotiateClientCertificate", "tls10Enabled", "tls11Enabled", "http2Enabled"] },
    ],
  },
});
