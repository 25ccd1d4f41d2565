import type { StoredDocument } from "../../store/store";
import { anyName } from "../any-name";
import type { Reader } from "../behaviour";

/** The ids of the groups that the user is in, by what each membership hangs below. */
export async function groupIdsOf(read: Reader, userName: string): Promise<string[]> {
  const filter = { op: "eq" as const, member: ["name"], value: userName };
  const { documents } = await read.list({ type: "groups/users", filter });
  return documents.map(({ parentId }) => parentId ?? "");
}

export async function groupsOf(read: Reader, userName: string): Promise<StoredDocument[]> {
  const names = (await groupIdsOf(read, userName)).map((id) => id.slice("/groups/".length));
  if (names.length === 0) return [];
  return (await read.list({ type: "groups", filter: anyName(names) })).documents;
}
