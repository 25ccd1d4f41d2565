import type { JsonObject } from "@/lib/json";
import type { Context } from "../context";
import { validationError } from "../refusals";
import type { StoredDocument, StoreTransaction } from "../store/store";
import type { Address } from "./address";
import { missing } from "./missing";
import type { Preconditions } from "./preconditions";
import { writeDocument } from "./write-document";

export interface WriteRequest {
  query: URLSearchParams;
  preconditions: Preconditions;
}

export interface Written {
  document: StoredDocument;
  created: boolean;
  /** The revision at which the configuration holds this state; null when a draft does. */
  revision: number | null;
}

/** Stores these properties at this address; the parent must be there, and a new id must be one the kind allows. */
export async function writeAt(
  context: Context,
  tx: StoreTransaction,
  address: Address,
  state: { before: StoredDocument | null; properties: JsonObject; query: URLSearchParams; keepAbsent: boolean },
): Promise<StoredDocument> {
  const { resource, id, name, parentId } = address;
  if (state.before === null) {
    checkName(address);
    if (parentId !== null && parentId !== "/" && (await tx.read(parentId)) === null) throw await missing(tx, parentId);
  }
  return writeDocument({ context, tx, resource, id, name, parentId, ...state });
}

function checkName({ resource, name }: Address): void {
  const { pattern, minLength, maxLength, message } = resource.definition.id;
  if (name.length >= minLength && name.length <= maxLength && pattern.test(name)) return;
  throw validationError([{ target: "name", message }]);
}
