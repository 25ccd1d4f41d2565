import type { Context } from "../context";
import { readBody } from "../identity/read-body";
import { compose } from "../publish/console/compose";
import { consoleRequest } from "../publish/console/console-request";
import { sendToGateway } from "../publish/console/send";
import { Refusal, resourceNotFound, validationError } from "../refusals";
import { canonicalId } from "../resources/canonical";
import { isPointer } from "../resources/secret-fields";
import { defineEndpoint } from "./define";

/** The test console: one request to an operation, sent by this server to a gateway of this installation only. */
export const consoleEndpoints = [
  defineEndpoint({
    method: "POST",
    path: "console/send",
    role: "editor",
    summary: "Sends a request to an operation through a connected gateway and shows what it answers.",
    async handle({ context, body, signal }) {
      const asked = readBody(consoleRequest, body);
      const composed = await compose(asked, context.management.store);
      const origin = context.management.publish.consoleAddress();
      if (origin === null) {
        throw new Refusal(503, "NoGateway", "No gateway of this installation is connected. Start it, then send again.");
      }
      const subscriptionKey = asked.subscriptionId === undefined ? null : await openKey(asked.subscriptionId, context);
      const key = subscriptionKey ?? asked.key;
      if (key !== undefined) composed.headers.push({ name: composed.keyHeader, value: key });
      const content = asked.body === undefined ? undefined : Buffer.from(asked.body, encodings[asked.bodyEncoding]);
      const answer = await sendToGateway(origin, composed, content, subscriptionKey, signal);
      return { status: 200, headers: { "cache-control": "no-store" }, body: { ...answer } };
    },
  }),
] as const;

const encodings = { text: "utf8", base64: "base64" } as const;

/** The subscription's primary key in clear; the audit trail notes who used it. */
async function openKey(subscriptionId: string, { management, caller }: Context): Promise<string> {
  const { store } = management;
  const written = canonicalId(subscriptionId);
  const id = written.startsWith("/subscriptions/") ? written : `/subscriptions${written}`;
  const subscription = await store.read(id);
  if (subscription === null || subscription.type !== "subscriptions") throw resourceNotFound("Subscription");
  const pointer = subscription.properties.primaryKey;
  const key = isPointer(pointer) ? (await store.openSecrets([pointer.$secret])).get(pointer.$secret) : undefined;
  if (key === undefined) {
    throw validationError([{ target: "subscriptionId", message: `${subscription.name} has no primary key.` }]);
  }
  const { actor, address } = caller;
  await store.identity.audit({ at: new Date(), actor, action: "console-key-used", subject: id, address });
  return key;
}
