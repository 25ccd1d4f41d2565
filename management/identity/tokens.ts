import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Json, JsonObject } from "@/lib/json";
import type { Context } from "../context";
import { forbidden, resourceNotFound, validationError } from "../refusals";
import type { TokenRow } from "../store/store";
import { audit } from "./audit";
import { lesserRole } from "./authenticate";
import { readBody } from "./read-body";
import { hashToken, makeToken } from "./token";

const dayMs = 24 * 60 * 60 * 1000;
const maxLifetimeDays = 366;
const tokenBody = z.strictObject({
  name: z.string().trim().min(1, "must not be empty").max(100, "must have at most 100 characters"),
  /** What the token may do at most; no more than its person may at the time of use. */
  role: z.enum(["owner", "editor", "reader"], { error: "must be owner, editor or reader" }),
  expiresAt: z.iso.datetime({ offset: true, error: "must be a time such as 2030-01-31T12:00:00Z" }).optional(),
});

export function shownToken(row: TokenRow): JsonObject {
  const { id, operatorId, name, role } = row;
  const time = (at: Date | null) => at?.toISOString() ?? null;
  const state = row.revokedAt !== null ? "revoked" : row.expiresAt <= new Date() ? "expired" : "active";
  const times = {
    createdAt: time(row.createdAt),
    expiresAt: time(row.expiresAt),
    usedAt: time(row.usedAt),
    revokedAt: time(row.revokedAt),
  };
  return { id, operatorId, name, role, state, ...times };
}

/** One's own; everybody's for an owner who asks for all. */
export async function listTokens(all: boolean, context: Context): Promise<TokenRow[]> {
  const { identity } = context.management.store;
  if (all && context.caller.role !== "owner") throw forbidden("Only an owner may list the tokens of others.");
  const operatorId = await ownerOfCaller(context);
  const rows = all ? await identity.tokens() : operatorId === null ? [] : await identity.tokens(operatorId);
  return rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

/** The token itself is returned this once; only its hash is kept. */
export async function createToken(body: Json | undefined, context: Context): Promise<{ row: TokenRow; token: string }> {
  const { management, caller } = context;
  // A token that could make tokens would outlive its own expiry and revocation.
  if (caller.actor.kind !== "user")
    throw forbidden("A token cannot create tokens. Sign in to the portal to create one.");
  const given = readBody(tokenBody, body);
  const now = Date.now();
  const expiresAt = given.expiresAt === undefined ? new Date(now + 90 * dayMs) : new Date(given.expiresAt);
  if (expiresAt.getTime() <= now || expiresAt.getTime() > now + maxLifetimeDays * dayMs) {
    throw validationError([
      { target: "expiresAt", message: `must lie in the future and within ${maxLifetimeDays} days` },
    ]);
  }
  if (lesserRole(given.role, caller.role) !== given.role) {
    throw forbidden(`You have the role ${caller.role}; a token of yours cannot have the role ${given.role}.`);
  }
  const token = makeToken();
  const row: TokenRow = {
    ...{ id: randomUUID(), operatorId: caller.actor.id, name: given.name, hash: hashToken(token), role: given.role },
    ...{ createdAt: new Date(now), expiresAt, usedAt: null, revokedAt: null },
  };
  await management.store.identity.saveToken(row);
  await audit(management, caller, "token-created", `${row.name} (${row.role})`);
  return { row, token };
}

/** One's own, or anybody's for an owner. Whose token it is, others do not learn: 404. */
export async function revokeToken(id: string, context: Context): Promise<void> {
  const { management, caller } = context;
  const row = (await management.store.identity.tokens()).find((each) => each.id === id);
  const own = row !== undefined && row.operatorId === (await ownerOfCaller(context));
  if (row === undefined || (!own && caller.role !== "owner")) throw resourceNotFound("Token");
  if (row.revokedAt !== null) return;
  await management.store.identity.saveToken({ ...row, revokedAt: new Date() });
  await audit(management, caller, "token-revoked", row.name);
}

/** The person who asks, or whose token asks; null for the installation's own token. */
export async function ownerOfCaller({ management, caller }: Context): Promise<string | null> {
  if (caller.actor.kind === "user") return caller.actor.id;
  const rows = await management.store.identity.tokens();
  return rows.find((each) => each.id === caller.actor.id)?.operatorId ?? null;
}
