import { KeyRound } from "lucide-react";
import { displayNameOf } from "../resources/display-name-of";
import type { KindView } from "../resources/kind-view";
import { nameColumns } from "../resources/name-columns";
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
  titleOf: displayNameOf,
  search: ["displayName"],
  facets: [{ member: "state", values: ["active", "suspended", "submitted", "rejected", "cancelled", "expired"] }],
  columns: [
    nameColumns.displayName,
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
    nameColumns.name,
  ],
  nameFrom: "displayName",
  permanent: (name) => name.toLowerCase() === "master",
  form: async () => (await import("./subscription-form")).subscriptionForm,
};
