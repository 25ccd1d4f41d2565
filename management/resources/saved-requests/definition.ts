import { z } from "zod";
import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { listOf, text, wholeNumber } from "../member";

const value = text(0, 100_000);
const status = wholeNumber(100, 599);

const assertion = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("status"),
    equals: status.optional(),
    from: status.optional(),
    to: status.optional(),
  }),
  z.strictObject({
    kind: z.literal("header"),
    name: text(1, 256),
    is: z.enum(["exists", "equals", "contains", "matches"]),
    value: value.optional(),
  }),
  z.strictObject({ kind: z.literal("body"), is: z.enum(["equals", "contains"]), value }),
  z.strictObject({
    kind: z.literal("json"),
    path: text(0, 1000),
    is: z.enum(["exists", "equals"]),
    value: value.optional(),
  }),
  z.strictObject({ kind: z.literal("variable"), name: text(1, 256), value }),
  z.strictObject({ kind: z.literal("policy"), path: text(1, 1000), documentId: text(1, 1000).optional() }),
]);

const update = z.strictObject({
  displayName: text(1, 160).optional(),
  description: text(0, 4096).optional(),
  operationId: text(1, 400).optional(),
  method: text(1, 40).optional(),
  path: text(1, 8000).optional(),
  parameters: z.record(z.string().max(400), z.string().max(8000)).optional(),
  headers: listOf(z.strictObject({ name: text(1, 256), value: text(0, 16_000) }), 200).optional(),
  body: text(0, 4_000_000).optional(),
  bodyEncoding: z.enum(["text", "base64"]).optional(),
  subscriptionId: text(1, 400).optional(),
  environmentId: text(1, 400).optional(),
  assertions: listOf(assertion, 200).optional(),
});

/** A request of the test console that is kept; one that says what it expects is a test of its API. */
export const savedRequests = defineResource({
  kind: "savedRequests",
  types: ["apis/savedRequests"],
  title: "Saved request",
  docs: "https://learn.microsoft.com/azure/api-management/api-management-howto-api-inspector",
  id: entityId("a saved request", 80),
  create: update.required({ displayName: true, operationId: true }),
  update,
  readOnly: [],
  secrets: [],
  references: () => [],
  filterable: ["displayName", "operationId"],
  form: {
    sections: [
      { id: "basics", fields: ["displayName", "description", "operationId", "method", "path"] },
      { id: "request", fields: ["parameters", "headers", "body", "bodyEncoding", "subscriptionId", "environmentId"] },
      { id: "assertions", fields: ["assertions"] },
    ],
  },
});
