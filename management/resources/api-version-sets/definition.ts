import { z } from "zod";
import { httpToken } from "@/lib/http-token";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { text } from "../member";

const contract = z.strictObject({
  displayName: text(1, 100),
  versioningScheme: z.enum(["Segment", "Query", "Header"]),
  versionQueryName: text(1, 100)
    .regex(/^[^\s&=#?]+$/, "Must be a legal query parameter name.")
    .optional(),
  versionHeaderName: text(1, 100).regex(httpToken, "Must be a legal header name.").optional(),
  description: z.string().optional(),
});

export const apiVersionSets = defineResource({
  kind: "apiVersionSets",
  types: ["apiVersionSets"],
  title: "API version set",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/api-version-set",
  id: entityId("a version set", 80),
  create: contract,
  update: contract.partial(),
  readOnly: [],
  secrets: [],
  references: () => [],
  filterable: ["displayName", "versioningScheme", "description"],
  form: {
    sections: [
      {
        id: "basics",
        fields: ["displayName", "versioningScheme", "versionQueryName", "versionHeaderName", "description"],
      },
    ],
  },
});
