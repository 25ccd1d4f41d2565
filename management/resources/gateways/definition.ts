import { z } from "zod";
import { defineResource } from "../define";
import { text } from "../member";
import { gatewayId } from "./gateway-id";

const locationData = z.strictObject({
  name: text(1, 256),
  city: text(0, 256).optional(),
  district: text(0, 256).optional(),
  countryOrRegion: text(0, 256).optional(),
});

const contract = z.strictObject({ description: text(0, 1000).optional(), locationData: locationData.optional() });

export const gateways = defineResource({
  kind: "gateways",
  types: ["gateways"],
  title: "Gateway",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/gateway",
  id: gatewayId,
  create: contract,
  update: contract,
  readOnly: ["primaryKey", "secondaryKey"],
  secrets: [
    { path: "primaryKey", shown: "omitted", keptWhenAbsent: true },
    { path: "secondaryKey", shown: "omitted", keptWhenAbsent: true },
  ],
  references: () => [],
  filterable: ["description"],
  form: { sections: [{ id: "basics", fields: ["description", "locationData"] }] },
});
