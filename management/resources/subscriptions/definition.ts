import { z } from "zod";
import { canonicalId } from "../canonical";
import { defineResource, mask } from "../define";
import { entityId } from "../entity-id";
import { dateTime, text } from "../member";

/** A mask stands for the stored key. */
const key = text(1, 256).refine((value) => value === mask || /^[\x20-\x7e]+$/.test(value), {
  error: "Must consist of printable ASCII characters, as it is sent in a header.",
});

const update = z.strictObject({
  displayName: text(1, 100).optional(),
  scope: z.string().min(1, "Must have at least 1 character.").optional(),
  ownerId: z.string().optional(),
  state: z.enum(["suspended", "active", "expired", "submitted", "rejected", "cancelled"]).optional(),
  stateComment: z.string().optional(),
  primaryKey: key.optional(),
  secondaryKey: key.optional(),
  startDate: dateTime.optional(),
  expirationDate: dateTime.optional(),
  endDate: dateTime.optional(),
  notificationDate: dateTime.optional(),
  allowTracing: z.boolean().optional(),
});

/** The document that a canonical scope names; null for "/" and "/apis", which name none. */
export function scopedDocument(scope: string): string | null {
  return /^\/(?:apis|products)\/[^/]+$/.test(scope) ? scope : null;
}

export const subscriptions = defineResource({
  kind: "subscriptions",
  types: ["subscriptions"],
  title: "Subscription",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/subscription",
  id: entityId("a subscription", 256),
  create: update.extend({ displayName: text(1, 100), scope: z.string().min(1, "Must have at least 1 character.") }),
  update,
  readOnly: ["createdDate"],
  secrets: [
    { path: "primaryKey", shown: "omitted", keptWhenAbsent: true },
    { path: "secondaryKey", shown: "omitted", keptWhenAbsent: true },
  ],
  references(properties) {
    const to = typeof properties.scope === "string" ? scopedDocument(canonicalId(properties.scope)) : null;
    return to === null ? [] : [{ to, target: "scope" }];
  },
  filterable: ["displayName", "stateComment", "ownerId", "scope", "state"],
  form: {
    sections: [
      { id: "basics", fields: ["displayName", "scope", "state", "stateComment"] },
      { id: "keys", fields: ["primaryKey", "secondaryKey", "allowTracing"] },
      { id: "dates", fields: ["startDate", "expirationDate", "endDate", "notificationDate"] },
    ],
  },
});
