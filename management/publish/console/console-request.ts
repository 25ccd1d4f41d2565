import { z } from "zod";
import { httpToken } from "@/lib/http-token";

const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;
/** Visible ASCII that begins with a slash: nothing in it can name another host or begin another request. */
const absolutePath = /^\/[\x21\x22\x24-\x5b\x5d-\x7e]*$/;
/** They belong to the connection, which is the portal's own. */
const ofTheConnection = new Set([
  "connection",
  "content-length",
  "expect",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

const request = z.strictObject({
  apiId: z.string().min(1, "Must name an API.").max(400),
  operationId: z.string().min(1, "Must name an operation.").max(400),
  /** Where the operation has another, or takes any. */
  method: z
    .string()
    .regex(httpToken, "Must be an HTTP method such as GET.")
    .refine((method) => !["CONNECT", "TRACE"].includes(method.toUpperCase()), {
      error: "CONNECT and TRACE cannot be sent from here.",
    })
    .optional(),
  /** Instead of the operation's template: everything after the host. */
  path: z
    .string()
    .max(8_000)
    .regex(absolutePath, "Must begin with a slash, with no host before it, and be encoded.")
    .optional(),
  parameters: z.record(z.string().max(400), z.string().max(8_000)).default({}),
  headers: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(httpToken, "Must be a legal header name.")
          .refine((name) => !ofTheConnection.has(name.toLowerCase()), {
            error: "This header belongs to the connection and cannot be set here.",
          }),
        value: z.string().max(16_000).regex(fieldValue, "Must be a legal header value, on one line."),
      }),
    )
    .max(200)
    .default([]),
  body: z.string().max(4_000_000).optional(),
  bodyEncoding: z.enum(["text", "base64"]).default("text"),
  /** The subscription whose primary key is sent; the key itself never leaves the server. */
  subscriptionId: z.string().max(400).optional(),
  key: z
    .string()
    .max(256)
    .regex(/^[\x20-\x7e]*$/, "Must consist of printable ASCII characters.")
    .optional(),
});

const oneKey = ({ subscriptionId, key }: { subscriptionId?: string; key?: string }): boolean =>
  subscriptionId === undefined || key === undefined;
const twoKeys = { path: ["key"], error: "Give a subscription or a key, not both." };

/** What the test console is asked to send. */
export const consoleRequest = request.refine(oneKey, twoKeys);

/** The same, with how it is to be run. */
export const runRequest = request
  .extend({
    /** Runs on the configuration as this draft would make it. */
    draft: z.string().min(1, "Must name a draft.").max(200).optional(),
    trace: z.boolean().default(true),
    environment: z.string().min(1, "Must name an environment.").max(400).optional(),
  })
  .refine(oneKey, twoKeys);

export type ConsoleRequest = z.infer<typeof consoleRequest>;
export type RunAsked = z.infer<typeof runRequest>;
