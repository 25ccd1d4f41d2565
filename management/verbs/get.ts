import type { Context } from "../context";
import type { StoredDocument } from "../store/store";
import type { Address } from "./address";
import { authorize } from "./authorize";
import { missing } from "./missing";
import { readerOf } from "./reader";

export async function get(context: Context, address: Address): Promise<StoredDocument> {
  authorize(context.caller, "reader", `read ${address.id}`);
  const read = readerOf(context);
  const document = await read.read(address.id);
  if (document === null) throw await missing(read, address.id);
  return document;
}
