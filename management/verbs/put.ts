import type { Json } from "@/lib/json";
import type { Context } from "../context";
import { acceptPut } from "./accept-body";
import type { Address } from "./address";
import { authorize } from "./authorize";
import { checkPreconditions } from "./preconditions";
import { titled } from "./titled";
import { transact } from "./transact";
import { type WriteRequest, type Written, writeAt } from "./write";

/** Creates or replaces. */
export async function put(
  context: Context,
  address: Address,
  request: WriteRequest & { body: Json | undefined },
): Promise<Written> {
  authorize(context.caller, "editor", `write ${address.id}`);
  const properties = acceptPut(address.resource.definition, request.body);
  const { revision, result } = await transact(context, async (tx, name) => {
    const before = await tx.read(address.id);
    name(titled(before === null ? "Create" : "Update", address));
    checkPreconditions(request.preconditions, before);
    const document = await writeAt(context, tx, address, {
      before,
      properties,
      query: request.query,
      keepAbsent: true,
    });
    return { document, created: before === null };
  });
  return { ...result, revision: context.draftId === undefined ? (revision ?? result.document.revision) : null };
}
