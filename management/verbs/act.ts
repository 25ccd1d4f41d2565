import type { Json } from "@/lib/json";
import type { Context } from "../context";
import type { Acting, Action, ActionAnswer } from "../resources/behaviour";
import type { Address } from "./address";
import { authorize } from "./authorize";
import { missing } from "./missing";
import { checkPreconditions } from "./preconditions";
import { readerOf } from "./reader";
import { reveal } from "./reveal";
import { transact } from "./transact";
import { type WriteRequest, writeAt } from "./write";

/** A verb that a kind has beyond those that all have. */
export async function act(
  context: Context,
  address: Address,
  action: Action,
  request: WriteRequest & { body: Json | undefined; origin: string; show: Acting["show"] },
): Promise<ActionAnswer> {
  authorize(context.caller, action.role, `${action.name} of ${address.id}`);
  const read = readerOf(context);
  const document = await read.read(address.id);
  if (document === null) throw await missing(read, address.id);
  checkPreconditions(request.preconditions, document);
  const { query, body, origin, show } = request;
  return action.handle({
    document,
    context,
    query,
    body,
    read,
    origin,
    show,
    reveal: () => reveal(context, document),
    update: async (title, change) => {
      const { result } = await transact(context, async (tx, name) => {
        name(title);
        const before = await tx.read(address.id);
        if (before === null) throw await missing(tx, address.id);
        const properties = await change(structuredClone(before.properties));
        return writeAt(context, tx, address, { before, properties, query, keepAbsent: false });
      });
      return result;
    },
  });
}
