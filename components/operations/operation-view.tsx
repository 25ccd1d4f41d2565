import { Route } from "lucide-react";
import type { KindView } from "../resources/kind-view";
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
    titleOf: ({ name, properties }) => (typeof properties.displayName === "string" ? properties.displayName : name),
    search: ["displayName", "urlTemplate", "method"],
    columns: [
      {
        id: "displayName",
        width: "minmax(200px, 2fr)",
        sort: "displayName",
        render: ({ name, properties }) => String(properties.displayName ?? name),
      },
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
      {
        id: "name",
        width: "minmax(140px, 1fr)",
        sort: "name",
        phone: "hidden",
        render: ({ name }) => <code className="text-muted text-xs">{name}</code>,
      },
    ],
    nameFrom: "displayName",
    tabs: [{ id: "policy", href: "/policy" }],
    form: async () => (await import("./operation-form")).operationForm,
  };
};
