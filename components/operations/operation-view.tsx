import { Route } from "lucide-react";
import { displayNameOf } from "../resources/display-name-of";
import type { KindView } from "../resources/kind-view";
import { nameColumns } from "../resources/name-columns";
import { Method } from "./method";

/** The operations of one API. */
export const operationView = (api: string, apisText: string): KindView => {
  const apiHref = `/apis/${encodeURIComponent(api)}`;
  return {
    texts: "operations",
    section: "apis",
    icon: Route,
    collection: `/apis/${api}/operations`,
    href: `${apiHref}/operations`,
    trail: [
      { text: apisText, href: "/apis" },
      { text: api, href: `${apiHref}/operations` },
    ],
    titleOf: displayNameOf,
    search: ["displayName", "urlTemplate", "method"],
    columns: [
      nameColumns.displayName,
      {
        id: "method",
        width: "112px",
        sort: "method",
        render: ({ properties }) => <Method method={String(properties.method ?? "")} />,
      },
      {
        id: "urlTemplate",
        width: "minmax(220px, 3fr)",
        sort: "urlTemplate",
        render: ({ properties }) => <code className="text-xs">{String(properties.urlTemplate ?? "")}</code>,
      },
      nameColumns.name,
    ],
    nameFrom: "displayName",
    tabs: [{ id: "policy", href: "/policy" }],
    form: async () => (await import("./operation-form")).operationForm,
  };
};
