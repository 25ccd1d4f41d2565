import { displayNameOf } from "./display-name-of";
import type { ResourceColumn } from "./kind-view";

/** The first and the last column of kinds that have a name for people beside their id. */
export const nameColumns: { displayName: ResourceColumn; name: ResourceColumn } = {
  displayName: { id: "displayName", width: "minmax(200px, 2fr)", sort: "displayName", render: displayNameOf },
  name: {
    id: "name",
    width: "minmax(140px, 1fr)",
    sort: "name",
    phone: "hidden",
    render: ({ name }) => <code className="text-muted text-xs">{name}</code>,
  },
};
