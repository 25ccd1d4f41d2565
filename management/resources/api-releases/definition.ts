import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";

export const apiReleases = defineResource({
  kind: "apiReleases",
  types: ["apis/releases"],
  title: "API release",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/api-release",
  id: entityId("a release", 80),
  create: z.strictObject({ apiId: z.string().optional(), notes: z.string().optional() }),
  update: z.strictObject({ apiId: z.string().optional(), notes: z.string().optional() }),
  readOnly: ["createdDateTime", "updatedDateTime"],
  secrets: [],
  references: () => [],
  filterable: ["notes"],
  form: { sections: [{ id: "basics", fields: ["apiId", "notes"] }] },
});
