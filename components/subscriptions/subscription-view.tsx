import { KeyRound } from "lucide-react";
import type { KindView } from "../resources/kind-view";
import { RelativeTime } from "../ui/relative-time";
import { SubscriptionScope } from "./subscription-scope";
import { SubscriptionState } from "./subscription-state";

export const subscriptionView: KindView = {
  texts: "subscriptions",
  section: "subscriptions",
  icon: KeyRound,
  collection: "/subscriptions",
  // Below /subscriptions stands the management API.
  href: "/api-subscriptions",
  titleOf: ({ name, properties }) => (typeof properties.displayName === "string" ? properties.displayName : name),
  search: ["displayName"],
  facets: [{ member: "state", values: ["active", "suspended", "submitted", "rejected", "cancelled", "expired"] }],
  columns: [
    {
      id: "displayName",
      width: "minmax(200px, 2fr)",
      sort: "displayName",
      render: ({ name, properties }) => String(properties.displayName ?? name),
    },
    {
      id: "scope",
      width: "minmax(200px, 2fr)",
      sort: "scope",
      render: ({ properties }) => <SubscriptionScope scope={String(properties.scope ?? "")} />,
    },
    {
      id: "state",
      width: "144px",
      sort: "state",
      render: ({ properties }) => <SubscriptionState state={properties.state} />,
    },
    {
      id: "created",
      width: "160px",
      phone: "hidden",
      render: ({ properties }) =>
        typeof properties.createdDate === "string" ? <RelativeTime at={properties.createdDate} /> : null,
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
  permanent: (name) => name.toLowerCase() === "master",
  form: async () => (await import("./subscription-form")).subscriptionForm,
};
