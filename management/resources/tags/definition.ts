import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { text } from "../member";

const contract = z.strictObject({ displayName: text(1, 160) });

/** A word that APIs, operations and products can bear; which of them do is a document of its own kind. */
export const tags = defineResource({
  kind: "tags",
  types: ["tags"],
  title: "Tag",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/tag",
  id: entityId("a tag", 80),
  create: contract,
  update: contract.partial(),
  readOnly: [],
  secrets: [],
  references: () => [],
  filterable: ["displayName"],
  form: { sections: [{ id: "basics", fields: ["displayName"] }] },
});
