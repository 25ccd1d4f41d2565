import { defineResource } from "../define";
import { entityId } from "../entity-id";

/** Read only: the revisions of an API are documents of the kind apis. */
export const apiRevisions = defineResource({
  kind: "apiRevisions",
  types: ["apis/revisions"],
  title: "API revision",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/api-revision",
  id: entityId("a revision", 256),
  create: null,
  update: null,
  permanent: true,
  readOnly: [
    "apiId",
    "apiRevision",
    "createdDateTime",
    "updatedDateTime",
    "description",
    "privateUrl",
    "isOnline",
    "isCurrent",
  ],
  secrets: [],
  references: () => [],
  filterable: ["apiRevision"],
  form: { sections: [] },
});
