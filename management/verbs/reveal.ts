import type { JsonObject } from "@/lib/json";
import type { Context } from "../context";
import { openProperties } from "../resources/secret-fields";
import type { StoredDocument } from "../store/store";
import { authorize } from "./authorize";

/** The document's properties with every secret in clear, for who may see them; the audit trail says who did. */
export async function reveal(context: Context, document: StoredDocument): Promise<JsonObject> {
  authorize(context.caller, "editor", `read the secrets of ${document.id}`);
  const { store } = context.management;
  const { actor, address } = context.caller;
  await store.identity.audit({ at: new Date(), actor, action: "secret-revealed", subject: document.id, address });
  return openProperties(document.properties, (ids) => store.openSecrets(ids));
}
