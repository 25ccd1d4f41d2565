import { Package } from "lucide-react";
import { displayNameOf } from "../resources/display-name-of";
import type { KindView } from "../resources/kind-view";
import { nameColumns } from "../resources/name-columns";
import { ProductState } from "./product-state";

export const productView: KindView = {
  texts: "products",
  section: "products",
  icon: Package,
  collection: "/products",
  href: "/products",
  titleOf: displayNameOf,
  search: ["displayName", "description"],
  facets: [{ member: "state", values: ["published", "notPublished"] }],
  columns: [
    nameColumns.displayName,
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
    nameColumns.name,
  ],
  nameFrom: "displayName",
  tabs: [
    { id: "apis", href: "/apis" },
    { id: "subscriptions", href: "/subscriptions" },
    { id: "policy", href: "/policy" },
  ],
  form: async () => (await import("./product-form")).productForm,
};
