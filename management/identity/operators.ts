import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { JsonObject } from "@/lib/json";
import type { Context } from "../context";
import { badRequest, conflict, resourceNotFound, validationError } from "../refusals";
import { AddressTaken, type OperatorRow } from "../store/store";
import { authorize } from "../verbs/authorize";
import { audit } from "./audit";
import { newOperator } from "./first-operator";
import { oneAtATime } from "./one-at-a-time";
import { isLastOwner } from "./owners";
import { hashPassword } from "./password";
import { wellFormedOperator } from "./well-formed-operator";

const role = z.enum(["owner", "editor", "reader"], { error: "must be owner, editor or reader" });
export const operatorBody = z.strictObject({
  email: z.string(),
  name: z.string().optional(),
  role,
  /** Without one the person is invited: they sign in by OpenID Connect, with this address verified. */
  password: z.string().optional(),
  disabled: z.boolean().optional(),
});
export const resetBody = z.strictObject({ password: z.string().optional(), revokeTokens: z.boolean().optional() });

/** An operator as people may see them: no hash, no epoch, no subject. */
export function shownOperator(row: OperatorRow): JsonObject {
  const { id, email, name, role, roleFrom, disabled, createdAt, signedInAt } = row;
  const signIn = row.externalId !== null ? "openIdConnect" : row.passwordHash !== null ? "password" : "invited";
  const times = { createdAt: createdAt.toISOString(), signedInAt: signedInAt?.toISOString() ?? null };
  return { id, email, name, role, roleFrom, disabled, signIn, ...times };
}

export async function listOperators(context: Context): Promise<OperatorRow[]> {
  authorize(context.caller, "owner", "list the operators");
  const rows = await context.management.store.identity.operators();
  return rows.sort((a, b) => (a.email < b.email ? -1 : 1));
}

export async function readOperator(id: string, context: Context): Promise<OperatorRow> {
  authorize(context.caller, "owner", "see the operators");
  const row = await context.management.store.identity.operator({ id });
  if (row === null) throw resourceNotFound("Operator");
  return row;
}

/** Creates the person or changes name, role and state; returns whether it created. */
export async function putOperator(
  id: string,
  given: z.infer<typeof operatorBody>,
  context: Context,
): Promise<{ created: boolean; row: OperatorRow }> {
  authorize(context.caller, "owner", "change the operators");
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(id)) {
    throw badRequest(
      "InvalidResourceId",
      "id",
      "The id of an operator has 1 to 80 lower-case letters, digits and hyphens.",
    );
  }
  const { problems, email, name } = wellFormedOperator({ ...given, name: given.name ?? "" });
  if (problems.length > 0) throw validationError(problems);
  return oneAtATime(async () => {
    const known = await context.management.store.identity.operator({ id });
    if (known !== null) return { created: false, row: await change(known, { ...given, email }, context) };
    return { created: true, row: await create({ ...given, id, email, name }, context) };
  });
}

async function create(
  given: z.infer<typeof operatorBody> & { id: string; name: string },
  context: Context,
): Promise<OperatorRow> {
  const { identity } = context.management.store;
  const { id, email, name, role, password, disabled = false } = given;
  if ((await identity.operator({ email })) !== null) throw addressTaken(email);
  const row = newOperator({
    id,
    email,
    name,
    role,
    disabled,
    passwordHash: password === undefined ? null : await hashPassword(password),
  });
  try {
    await identity.saveOperator(row);
  } catch (error) {
    throw AddressTaken.is(error) ? addressTaken(email) : error;
  }
  await audit(context.management, context.caller, "operator-created", `${email} (${role})`);
  return row;
}

async function change(known: OperatorRow, given: z.infer<typeof operatorBody>, context: Context): Promise<OperatorRow> {
  const { email, name = known.name, role, password, disabled = known.disabled } = given;
  if (email !== known.email.toLowerCase()) {
    throw conflict(
      "The address of an operator cannot be changed. Create an operator with the new address and remove this one.",
    );
  }
  if (password !== undefined) {
    throw badRequest(
      "ValidationError",
      "password",
      "A password is not changed here. POST …/reset gives the person a new one.",
    );
  }
  if ((role !== "owner" || disabled) && (await isLastOwner(known, context.management))) throw lastOwner(known);
  const roleFrom = role === known.role ? known.roleFrom : "here";
  const fields = { name, role, roleFrom, disabled, endSessions: disabled && !known.disabled } as const;
  const row = await context.management.store.identity.updateOperator(known.id, fields);
  if (row === null) throw resourceNotFound("Operator");
  const state = disabled === known.disabled ? "" : disabled ? ", disabled" : ", enabled";
  await audit(context.management, context.caller, "operator-changed", `${email} (${known.role} to ${role}${state})`);
  return row;
}

export function removeOperator(id: string, context: Context): Promise<void> {
  authorize(context.caller, "owner", "remove operators");
  return oneAtATime(async () => {
    const row = await readOperator(id, context);
    if (await isLastOwner(row, context.management)) throw lastOwner(row);
    await context.management.store.identity.removeOperator(id);
    await audit(context.management, context.caller, "operator-removed", row.email);
  });
}

/** Ends the person's sessions and gives them a new password, which is returned when it was made here: this once. */
export async function resetOperator(
  id: string,
  given: z.infer<typeof resetBody>,
  context: Context,
): Promise<{ row: OperatorRow; password: string | null }> {
  authorize(context.caller, "owner", "reset operators");
  const known = await readOperator(id, context);
  const external = known.externalId !== null;
  if (external && given.password !== undefined) {
    throw conflict(
      "This person signs in by OpenID Connect and has no password here. Leave the password out to end their sessions.",
    );
  }
  const password = external ? null : (given.password ?? randomBytes(15).toString("base64url"));
  const { problems } = wellFormedOperator({ ...known, password: given.password });
  if (problems.length > 0) throw validationError(problems);
  const { identity } = context.management.store;
  const passwordHash = password === null ? known.passwordHash : await hashPassword(password);
  const row = await identity.updateOperator(id, { passwordHash, endSessions: true });
  if (row === null) throw resourceNotFound("Operator");
  const tokens = given.revokeTokens === true ? await identity.tokens(id) : [];
  for (const token of tokens)
    if (token.revokedAt === null) await identity.saveToken({ ...token, revokedAt: new Date() });
  await audit(context.management, context.caller, "operator-reset", known.email);
  return { row, password: given.password === undefined ? password : null };
}

const addressTaken = (email: string) => conflict(`There is an operator with the address ${email} already.`);

const lastOwner = (row: OperatorRow) =>
  conflict(`${row.email} is the last owner who can sign in. Make somebody else an owner first.`, [], "LastOwner");
