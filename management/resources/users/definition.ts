import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { dateTime, listOf, text } from "../member";

const identity = z.strictObject({ provider: text(1, 100), id: text(1, 500) });

const update = z.strictObject({
  email: text(1, 254)
    .regex(/^[^\s@]+@[^\s@]+$/, "Must be an email address.")
    .optional(),
  firstName: text(1, 100).optional(),
  lastName: text(1, 100).optional(),
  state: z.enum(["active", "blocked", "pending", "deleted"]).optional(),
  note: text(0, 4000).optional(),
  identities: listOf(identity, 20).optional(),
  password: text(0, 1024).optional(),
});

/** Somebody who holds subscriptions; no account of this portal. */
export const users = defineResource({
  kind: "users",
  types: ["users"],
  title: "User",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/user",
  id: entityId("a user", 80),
  create: update.extend({
    email: update.shape.email.unwrap(),
    firstName: text(1, 100),
    lastName: text(1, 100),
    registrationDate: dateTime.optional(),
    /** What would send a letter, and which; none is sent. */
    appType: z.enum(["portal", "developerPortal"]).optional(),
    confirmation: z.enum(["signup", "invite"]).optional(),
  }),
  update,
  readOnly: ["registrationDate", "groups"],
  secrets: [{ path: "password", shown: "omitted", keptWhenAbsent: true }],
  references: () => [],
  filterable: ["firstName", "lastName", "email", "state", "note"],
  form: {
    sections: [
      { id: "basics", fields: ["firstName", "lastName", "email", "state", "note"] },
      { id: "identities", fields: ["identities", "password"] },
    ],
  },
});
