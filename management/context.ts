import type { Management } from "./current";
import type { Actor, Role } from "./store/store";

/** Who asks. Made by identity/authenticate.ts, checked by the verbs. */
export interface Caller {
  actor: Actor;
  role: Role;
  /** The peer's address, for the audit trail. */
  address: string | null;
}

/** What every use case is given. */
export interface Context {
  management: Management;
  caller: Caller;
  /** Write into this draft instead of the configuration, and read as if it were published. */
  draftId?: string;
}
