import type { StoreTransaction } from "../../store/store";
import type { Writing } from "../behaviour";
import { isPointer, mapLeaves, valueAt } from "../secret-fields";
import { namedValuesIn } from "./reference";

/** The ids of named values by display name; a name that none bears is missing from the answer. */
export async function findNamedValues(
  tx: Pick<StoreTransaction, "list">,
  displayNames: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const displayName of new Set(displayNames)) {
    const filter = { op: "eq" as const, member: ["displayName"], value: displayName };
    const { documents } = await tx.list({ type: "namedValues", filter });
    // The store compares without case, references do not.
    const named = documents.find(({ properties }) => properties.displayName === displayName);
    if (named !== undefined) found.set(displayName, named.id);
  }
  return found;
}

/** Makes every {{name}} in the texts below a member a reference; one that no named value bears is refused. */
export async function referToNamedValues(writing: Writing, where: { below: string; target: string }): Promise<void> {
  const texts: string[] = [];
  const pointers: string[] = [];
  mapLeaves(valueAt(writing.properties, where.below.split(".")) ?? null, (value) => {
    if (typeof value === "string") texts.push(value);
    else if (isPointer(value)) pointers.push(value.$secret);
    return value;
  });
  if (pointers.length > 0) texts.push(...(await writing.tx.openSecrets(pointers)).values());
  const names = texts.flatMap(namedValuesIn);
  if (names.length === 0) return;
  const found = await findNamedValues(writing.tx, names);
  for (const name of new Set(names)) {
    const id = found.get(name);
    if (id === undefined) writing.refuse(where.target, `Property '${name}' not found.`);
    else writing.refer(id, where.target);
  }
}
