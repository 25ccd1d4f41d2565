import { Boxes } from "lucide-react";
import type { Resource } from "../data/resource";
import type { KindView } from "../resources/kind-view";
import { Badge } from "../ui/badge";
import { BackendKind } from "./backend-kind";
import { BackendTarget } from "./backend-target";

export const backendView: KindView = {
  texts: "backends",
  section: "backends",
  icon: Boxes,
  collection: "/backends",
  href: "/backends",
  titleOf: (resource) => resource.name,
  search: ["url", "title"],
  facets: [
    {
      member: "type",
      values: ["Single", "Pool"],
      // A backend that names no type is a single one.
      filter: (value) => (value === "Pool" ? "type eq 'Pool'" : "type ne 'Pool'"),
    },
  ],
  columns: [
    { id: "name", width: "minmax(180px, 2fr)", sort: "name", render: ({ name }) => name },
    {
      id: "url",
      width: "minmax(220px, 3fr)",
      sort: "url",
      render: (resource) => <BackendTarget resource={resource} />,
    },
    { id: "type", width: "112px", sort: "type", render: (resource) => <BackendKind resource={resource} /> },
    {
      id: "protocol",
      width: "96px",
      sort: "protocol",
      phone: "hidden",
      render: (resource) => <Protocol resource={resource} />,
    },
    {
      id: "title",
      width: "minmax(140px, 2fr)",
      sort: "title",
      phone: "hidden",
      render: ({ properties }) => String(properties.title ?? ""),
    },
  ],
  form: async () => (await import("./backend-form")).backendForm,
};

function Protocol({ resource }: { resource: Resource }) {
  const { protocol } = resource.properties;
  return typeof protocol === "string" ? <Badge>{protocol.toUpperCase()}</Badge> : null;
}
