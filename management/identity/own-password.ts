import { z } from "zod";
import { env } from "@/lib/env";
import type { Json } from "@/lib/json";
import type { Context } from "../context";
import { conflict, forbidden, resourceNotFound, validationError } from "../refusals";
import { audit } from "./audit";
import { hashPassword, verifyPassword } from "./password";
import { readBody } from "./read-body";
import { type SessionSettings, sessionCookie } from "./session";
import { admitAttempt, forgiveAttempts } from "./sign-in-limits";
import { wellFormedOperator } from "./well-formed-operator";

const passwordBody = z.strictObject({ current: z.string(), new: z.string() });

/** Ends every session of the person; returns the cookie that keeps the one they asked from. */
export async function changeOwnPassword(
  body: Json | undefined,
  context: Context,
  settings: SessionSettings = env(),
): Promise<string> {
  const { management, caller } = context;
  if (caller.actor.kind !== "user")
    throw forbidden("A token cannot change a password. Sign in to the portal to do it.");
  const given = readBody(passwordBody, body);
  const known = await management.store.identity.operator({ id: caller.actor.id });
  if (known === null) throw resourceNotFound("Operator");
  if (known.passwordHash === null) throw conflict("You sign in by OpenID Connect and have no password here.");
  // Whoever finds an unlocked screen must not guess on it.
  const attempt = `password of ${known.id}`;
  admitAttempt(caller.address, attempt);
  if (!(await verifyPassword(given.current, known.passwordHash))) {
    await audit(management, caller, "password-change-refused", known.email);
    throw validationError([{ target: "current", message: "This is not your current password." }]);
  }
  forgiveAttempts(caller.address, attempt);
  const { problems } = wellFormedOperator({ ...known, password: given.new });
  if (given.new === given.current)
    problems.push({ target: "password", message: "The new password is the current one. Choose another." });
  if (problems.length > 0) throw validationError(problems.map((each) => ({ ...each, target: "new" })));
  const row = await management.store.identity.updateOperator(known.id, {
    passwordHash: await hashPassword(given.new),
    endSessions: true,
  });
  if (row === null) throw resourceNotFound("Operator");
  await audit(management, caller, "password-changed", known.email);
  return sessionCookie(
    { operatorId: row.id, epoch: row.sessionEpoch, signedInAt: Math.floor(Date.now() / 1000) },
    settings,
  );
}
