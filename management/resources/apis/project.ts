import type { ApiDocument } from "@/contract/documents";
import type { Project } from "../behaviour";

export const project: Project = ({ document: { id, name }, properties }) => {
  const keyNames = properties.subscriptionKeyParameterNames as { header: string; query: string };
  return {
    id,
    name,
    type: "apis",
    properties: {
      displayName: properties.displayName as string,
      path: properties.path as string,
      protocols: properties.protocols as ApiDocument["protocols"],
      type: properties.type as ApiDocument["type"],
      serviceUrl: (properties.serviceUrl as string | undefined) ?? null,
      revision: properties.apiRevision as string,
      isCurrent: properties.isCurrent as boolean,
      version: (properties.apiVersion as string | undefined) ?? null,
      versionSetId: (properties.apiVersionSetId as string | undefined) ?? null,
      subscriptionRequired: properties.subscriptionRequired as boolean,
      subscriptionKeyHeader: keyNames.header,
      subscriptionKeyQuery: keyNames.query,
    },
  };
};
