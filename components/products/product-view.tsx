import { Package } from "lucide-react";
import type { KindView } from "../resources/kind-view";
import { ProductState } from "./product-state";

export const productView: KindView = {
  texts: "products",
  section: "products",
  icon: Package,
  collection: "/products",
  href: "/products",
  titleOf: ({ name, properties }) => (typeof properties.displayName === "string" ? properties.displayName : name),
  search: ["displayName", "description"],
  facets: [{ member: "state", values: ["published", "notPublished"] }],
  columns: [
    {
      id: "displayName",
      width: "minmax(200px, 2fr)",
      sort: "displayName",
      render: ({ name, properties }) => String(properties.displayName ?? name),
    },
    {
      id: "state",
      width: "160px",
      sort: "state",
      render: ({ properties }) => <ProductState state={properties.state} />,
    },
    {
      id: "description",
      width: "minmax(220px, 3fr)",
      sort: "description",
      phone: "hidden",
      render: ({ properties }) => String(properties.description ?? ""),
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
  tabs: [
    { id: "apis", href: "/apis" },
    { id: "subscriptions", href: "/subscriptions" },
    { id: "policy", href: "/policy" },
  ],
  form: async () => (await import("./product-form")).productForm,
};
