import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";

/** That a gateway serves an API; shown as the API itself. */
export const gatewayApis = defineResource({
  kind: "gatewayApis",
  types: ["gateways/apis"],
  title: "API of the gateway",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/gateway-api",
  id: entityId("an API", 256),
  create: z.strictObject({ provisioningState: z.enum(["created"]).optional() }),
  update: null,
  bodiless: true,
  readOnly: [],
  secrets: [],
  references: (_, at) => [{ to: `/apis/${at.id.slice(at.id.lastIndexOf("/") + 1)}`, target: "apiId" }],
  filterable: ["displayName", "description", "serviceUrl", "path"],
  form: { sections: [] },
});
