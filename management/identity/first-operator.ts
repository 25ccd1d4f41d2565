import { randomUUID } from "node:crypto";
import type { Env } from "@/lib/env";
import { log } from "@/lib/log";
import type { Management } from "../current";
import type { OperatorRow } from "../store/store";
import { audit } from "./audit";
import { hashPassword } from "./password";
import { passwordProblem, passwordProblemText } from "./password-rules";
import { makeSetupCode } from "./setup-code";

type Settings = Pick<Env, "GATEHOUSE_ADMIN_EMAIL" | "GATEHOUSE_ADMIN_PASSWORD">;

/**
 * At start: creates the administrator whom the settings name when there is no operator yet. Returns the code that the
 * set-up page will ask for, or null when there is nothing to set up.
 */
export async function ensureFirstOperator(
  management: Pick<Management, "store">,
  settings: Settings,
): Promise<string | null> {
  const { identity } = management.store;
  if ((await identity.operators()).length > 0) return null;
  const { GATEHOUSE_ADMIN_EMAIL: email, GATEHOUSE_ADMIN_PASSWORD: password } = settings;
  if (email === undefined || password === undefined) return makeSetupCode();
  const name = email.split("@")[0] ?? email;
  const problem = passwordProblem(password, { email, name });
  // Whoever starts the process may choose a weak one, for a trial, but not unknowingly.
  if (problem !== null) log("identity").warn(`GATEHOUSE_ADMIN_PASSWORD is weak. ${passwordProblemText[problem]}`);
  const operator = newOperator({ email, name, role: "owner", passwordHash: await hashPassword(password) });
  if (await identity.saveFirstOperator(operator)) {
    await audit(
      management,
      { actor: { kind: "system", id: "settings", name: "settings" }, address: null },
      "set-up",
      email,
    );
  }
  return null;
}

export function newOperator(
  row: Pick<OperatorRow, "email" | "name" | "role" | "passwordHash"> & Partial<OperatorRow>,
): OperatorRow {
  return {
    id: randomUUID(),
    externalId: null,
    roleFrom: "here",
    disabled: false,
    sessionEpoch: 1,
    createdAt: new Date(),
    signedInAt: null,
    ...row,
  };
}
