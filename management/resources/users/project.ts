import type { UserDocument } from "@/contract/documents";
import type { Project } from "../behaviour";
import { objectsAt, textAt } from "../read-properties";

export const project: Project = ({ document: { id, name, createdAt }, properties }) => ({
  id,
  name,
  type: "users",
  properties: {
    email: textAt(properties, "email") ?? "",
    firstName: textAt(properties, "firstName") ?? "",
    lastName: textAt(properties, "lastName") ?? "",
    note: textAt(properties, "note"),
    state: properties.state as UserDocument["state"],
    registeredAt: createdAt.toISOString(),
    identities: objectsAt(properties, "identities").map((identity) => ({
      id: textAt(identity, "id") ?? "",
      provider: textAt(identity, "provider") ?? "",
    })),
  },
});
