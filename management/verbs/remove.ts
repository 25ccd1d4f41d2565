import type { Context } from "../context";
import { conflict, methodNotAllowed } from "../refusals";
import { InUse } from "../store/store";
import type { Address } from "./address";
import { authorize } from "./authorize";
import { checkPreconditions } from "./preconditions";
import { titled } from "./titled";
import { transact } from "./transact";
import type { WriteRequest } from "./write";

/** Removes a document and all below it; one that others refer to stays, and they are named. */
export async function remove(
  context: Context,
  address: Address,
  request: WriteRequest,
): Promise<{ removed: boolean; revision: number | null }> {
  authorize(context.caller, "editor", `delete ${address.id}`);
  const { definition, behaviour } = address.resource;
  if (definition.permanent) throw methodNotAllowed("DELETE", ["GET", "HEAD", "PUT", "PATCH"]);
  const { revision, result } = await transact(context, async (tx, name) => {
    const before = await tx.read(address.id);
    if (before === null) return false;
    name(titled("Delete", { ...address, name: before.name }));
    checkPreconditions(request.preconditions, before);
    await behaviour.rules?.remove?.({ document: before, query: request.query, context, tx });
    try {
      await tx.remove(address.id);
    } catch (error) {
      throw InUse.is(error) ? inUse(address, before.name, error) : error;
    }
    return true;
  });
  return { removed: result, revision };
}

function inUse({ resource, id }: Address, name: string, { users }: InUse) {
  const named = users.map(({ from }) => from);
  const message = `${resource.definition.title} '${name}' is in use and cannot be deleted. Used by ${[...new Set(named)].join(", ")}.`;
  return conflict(
    message,
    users.map(({ from, to }) => ({
      code: "InUse",
      target: from,
      message: `${from} refers to ${to === id ? "it" : to}.`,
    })),
  );
}
