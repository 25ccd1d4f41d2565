import type { Caller } from "../context";
import { forbidden } from "../refusals";
import type { Role } from "../store/store";

const rank: Record<Role, number> = { reader: 0, editor: 1, owner: 2 };

/** Rights are enforced here, where the data is; `doing` completes "… is not allowed to". */
export function authorize(caller: Caller, least: Role, doing: string): void {
  if (rank[caller.role] >= rank[least]) return;
  throw forbidden(
    `${caller.actor.name} has the role ${caller.role} and is not allowed to ${doing}. It needs the role ${least}.`,
  );
}
