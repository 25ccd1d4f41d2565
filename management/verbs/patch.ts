import type { Json } from "@/lib/json";
import type { Context } from "../context";
import { maskSecrets } from "../resources/secret-fields";
import { acceptPatch } from "./accept-body";
import type { Address } from "./address";
import { authorize } from "./authorize";
import { missing } from "./missing";
import { checkPreconditions } from "./preconditions";
import { titled } from "./titled";
import { transact } from "./transact";
import { type WriteRequest, type Written, writeAt } from "./write";

/** Merges into what is stored; null removes. */
export async function patch(
  context: Context,
  address: Address,
  request: WriteRequest & { body: Json | undefined },
): Promise<Written> {
  authorize(context.caller, "editor", `write ${address.id}`);
  const { revision, result } = await transact(context, async (tx, name) => {
    const before = await tx.read(address.id);
    if (before === null) throw await missing(tx, address.id);
    name(titled("Update", address));
    checkPreconditions(request.preconditions, before);
    const properties = acceptPatch(address.resource.definition, request.body, maskSecrets(before.properties));
    return writeAt(context, tx, address, { before, properties, query: request.query, keepAbsent: false });
  });
  return {
    document: result,
    created: false,
    revision: context.draftId === undefined ? (revision ?? result.revision) : null,
  };
}
