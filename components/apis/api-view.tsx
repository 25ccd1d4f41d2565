import { Waypoints } from "lucide-react";
import { displayNameOf } from "../resources/display-name-of";
import type { KindView } from "../resources/kind-view";
import { nameColumns } from "../resources/name-columns";
import { Badge } from "../ui/badge";

export const apiView: KindView = {
  texts: "apis",
  section: "apis",
  icon: Waypoints,
  collection: "/apis",
  href: "/apis",
  titleOf: displayNameOf,
  search: ["displayName", "path", "serviceUrl"],
  columns: [
    nameColumns.displayName,
    {
      id: "path",
      width: "minmax(140px, 2fr)",
      sort: "path",
      render: ({ properties }) => <code className="text-xs">/{String(properties.path ?? "")}</code>,
    },
    {
      id: "version",
      width: "120px",
      sort: "apiVersion",
      render: ({ properties }) => (properties.apiVersion ? <Badge mono>{String(properties.apiVersion)}</Badge> : null),
    },
    {
      id: "revision",
      width: "96px",
      numeric: true,
      phone: "hidden",
      render: ({ properties }) => String(properties.apiRevision ?? "1"),
    },
    {
      id: "serviceUrl",
      width: "minmax(200px, 3fr)",
      sort: "serviceUrl",
      phone: "hidden",
      render: ({ properties }) => <code className="text-xs">{String(properties.serviceUrl ?? "")}</code>,
    },
  ],
  nameFrom: "displayName",
  tabs: [
    { id: "operations", href: "/operations" },
    { id: "policy", href: "/policy" },
    { id: "tests", href: "/tests" },
  ],
  form: async () => (await import("./api-form")).apiForm,
};
