import type { VersionSetDocument } from "@/contract/documents";
import type { Project } from "../behaviour";

export const project: Project = ({ document: { id, name }, properties }) => ({
  id,
  name,
  type: "apiVersionSets",
  properties: {
    displayName: properties.displayName as string,
    scheme: properties.versioningScheme as VersionSetDocument["scheme"],
    headerName: (properties.versionHeaderName as string | undefined) ?? null,
    queryName: (properties.versionQueryName as string | undefined) ?? null,
  },
});
