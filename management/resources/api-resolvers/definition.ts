import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { text } from "../member";

const contract = z.strictObject({
  displayName: text(1, 300),
  path: text(1, 300).regex(
    /^[_A-Za-z][_0-9A-Za-z]*\/[_A-Za-z][_0-9A-Za-z]*$/,
    "Must be a type and one of its fields, such as Query/user.",
  ),
  description: text(0, 1000).optional(),
});

/** Where the values of one field of a GraphQL API come from; its policy says how. */
export const apiResolvers = defineResource({
  kind: "apiResolvers",
  types: ["apis/resolvers"],
  title: "Resolver",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/graph-ql-api-resolver",
  id: entityId("a resolver", 80),
  create: contract,
  update: contract.partial(),
  readOnly: [],
  secrets: [],
  references: () => [],
  filterable: ["displayName", "path", "description"],
  form: { sections: [{ id: "basics", fields: ["displayName", "path", "description"] }] },
});
