import type { Caller } from "../context";
import type { Management } from "../current";
import type { Actor } from "../store/store";

export type AuditAction =
  | "set-up"
  | "sign-in"
  | "sign-in-refused"
  | "sign-out"
  | "password-changed"
  | "password-change-refused"
  | "operator-created"
  | "operator-linked"
  | "operator-changed"
  | "operator-removed"
  | "operator-reset"
  | "token-created"
  | "token-revoked";

/** Who did it when nobody is signed in. */
export const anonymous: Actor = { kind: "system", id: "anonymous", name: "anonymous" };

export async function audit(
  management: Pick<Management, "store">,
  by: Pick<Caller, "actor" | "address">,
  action: AuditAction,
  subject: string,
): Promise<void> {
  // What a stranger typed may become a subject; it stays short and on one line.
  const line = subject.replace(/[\p{Control}\p{Format}]/gu, "").slice(0, 200);
  await management.store.identity.audit({
    at: new Date(),
    actor: by.actor,
    action,
    subject: line,
    address: by.address,
  });
}
