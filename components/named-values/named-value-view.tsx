import { SquareFunction } from "lucide-react";
import type { KindView } from "../resources/kind-view";
import { Badge } from "../ui/badge";
import { NamedValueSource } from "./named-value-source";

export const namedValueView: KindView = {
  texts: "namedValues",
  section: "named-values",
  icon: SquareFunction,
  collection: "/namedValues",
  href: "/named-values",
  titleOf: ({ name, properties }) => (typeof properties.displayName === "string" ? properties.displayName : name),
  search: ["displayName"],
  columns: [
    { id: "name", width: "minmax(180px, 2fr)", sort: "name", render: ({ name }) => name },
    {
      id: "displayName",
      width: "minmax(180px, 2fr)",
      sort: "displayName",
      phone: "hidden",
      render: ({ properties }) => <code className="text-xs">{`{{${properties.displayName}}}`}</code>,
    },
    { id: "value", width: "minmax(200px, 3fr)", render: (resource) => <NamedValueSource resource={resource} /> },
    {
      id: "tags",
      width: "minmax(120px, 1fr)",
      phone: "hidden",
      render: ({ properties }) => (
        <span className="flex gap-1">
          {Array.isArray(properties.tags)
            ? properties.tags.map((tag) => <Badge key={String(tag)}>{String(tag)}</Badge>)
            : null}
        </span>
      ),
    },
  ],
  nameFrom: "displayName",
  form: async () => (await import("./named-value-form")).namedValueForm,
};
