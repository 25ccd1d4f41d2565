import type { Management } from "../current";
import type { OperatorRow } from "../store/store";

/** An invited owner who never signed in may never do so; counting them could lock everyone out. */
const isActiveOwner = (row: OperatorRow) =>
  row.role === "owner" && !row.disabled && (row.passwordHash !== null || row.externalId !== null);

/** True when nobody else could administer the installation. Asked inside `oneAtATime`. */
export async function isLastOwner(row: OperatorRow, management: Pick<Management, "store">): Promise<boolean> {
  if (!isActiveOwner(row)) return false;
  const operators = await management.store.identity.operators();
  return !operators.some((each) => each.id !== row.id && isActiveOwner(each));
}
