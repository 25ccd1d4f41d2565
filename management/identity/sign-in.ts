import type { Management } from "../current";
import type { OperatorRow } from "../store/store";
import { anonymous, audit } from "./audit";
import { verifyPassword } from "./password";
import { admitAttempt, forgiveAttempts } from "./sign-in-limits";

/**
 * The person with this address and password, or null: for an unknown address, a wrong password, a disabled person and
 * one without a password alike, at the same cost. Throws 429 when this address guessed too often.
 */
export async function signInWithPassword(
  management: Pick<Management, "store">,
  given: { email: string; password: string },
  address: string | null,
): Promise<OperatorRow | null> {
  const { identity } = management.store;
  admitAttempt(address, given.email);
  const operator = await identity.operator({ email: given.email });
  const matches = await verifyPassword(given.password, operator?.passwordHash ?? null);
  if (operator === null || !matches || operator.disabled) {
    await audit(management, { actor: anonymous, address }, "sign-in-refused", given.email);
    return null;
  }
  forgiveAttempts(address, given.email);
  const signedIn = await identity.updateOperator(operator.id, { signedInAt: new Date() });
  await audit(
    management,
    { actor: { kind: "user", id: operator.id, name: operator.name }, address },
    "sign-in",
    operator.email,
  );
  return signedIn;
}
