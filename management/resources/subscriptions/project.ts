import type { SubscriptionDocument } from "@/contract/documents";
import type { Project } from "../behaviour";

export const project: Project = ({ document: { id, name, createdAt }, properties }) => {
  const text = (member: string) => (properties[member] as string | undefined) ?? null;
  return {
    id,
    name,
    type: "subscriptions",
    properties: {
      displayName: text("displayName") ?? name,
      scope: String(properties.scope),
      state: properties.state as SubscriptionDocument["state"],
      ownerId: text("ownerId"),
      primaryKey: String(properties.primaryKey),
      secondaryKey: String(properties.secondaryKey),
      createdAt: createdAt.toISOString(),
      startDate: text("startDate"),
      expirationDate: text("expirationDate"),
    },
  };
};
