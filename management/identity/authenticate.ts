import { createHash, timingSafeEqual } from "node:crypto";
import { type Env, env } from "@/lib/env";
import type { Caller } from "../context";
import type { Management } from "../current";
import type { OperatorRow, Role } from "../store/store";
import { readPeer } from "./peer";
import { requireSameOrigin } from "./same-origin";
import { readSession, type Session } from "./session";
import { hashToken, isToken } from "./token";

export type IdentitySettings = Pick<Env, "GATEHOUSE_MANAGEMENT_TOKEN" | "NEXTAUTH_SECRET" | "NEXTAUTH_URL">;
type Asked = { method: string; headers: Headers };
type Plane = Pick<Management, "store">;

/**
 * Who asks, or null. By a management token when there is an Authorization header, whatever it holds, and by the session
 * cookie otherwise; a cookie's changing request from a foreign origin is refused with 403.
 */
export async function authenticate(
  request: Asked,
  management: Plane,
  settings: IdentitySettings = env(),
): Promise<Caller | null> {
  const { address } = readPeer(request.headers);
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return byToken(authorization, address, management, settings);
  const signedIn = await signedInOperator(request.headers, management, settings);
  if (signedIn === null) return null;
  requireSameOrigin(request, settings);
  const { operator } = signedIn;
  return { actor: { kind: "user", id: operator.id, name: operator.name }, role: operator.role, address };
}

/** The person behind the session cookie, as the database has them now: a sign-out or a change of role acts at once. */
export async function signedInOperator(
  headers: Headers,
  management: Plane,
  settings: IdentitySettings,
): Promise<{ operator: OperatorRow; session: Session } | null> {
  const session = await readSession(headers, settings);
  const operator = session === null ? null : await operatorOf(session, management);
  return session === null || operator === null ? null : { operator, session };
}

export async function operatorOf(session: Session, management: Plane): Promise<OperatorRow | null> {
  const operator = await management.store.identity.operator({ id: session.operatorId });
  return operator === null || operator.disabled || operator.sessionEpoch !== session.epoch ? null : operator;
}

async function byToken(authorization: string, address: string | null, management: Plane, settings: IdentitySettings) {
  const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (token === undefined) return null;
  const master = settings.GATEHOUSE_MANAGEMENT_TOKEN;
  if (master !== undefined && timingSafeEqual(digest(token), digest(master))) {
    return { actor: { kind: "token", id: "automation", name: "automation" }, role: "owner", address } satisfies Caller;
  }
  return isToken(token) ? byPersonalToken(token, address, management) : null;
}

async function byPersonalToken(token: string, address: string | null, management: Plane): Promise<Caller | null> {
  const { identity } = management.store;
  const row = await identity.tokenByHash(hashToken(token));
  const now = new Date();
  if (row === null || row.revokedAt !== null || row.expiresAt <= now) return null;
  const operator = await identity.operator({ id: row.operatorId });
  if (operator === null || operator.disabled) return null;
  // "Last used" is for people; once a minute is exact enough and saves a write per request.
  if (row.usedAt === null || now.getTime() - row.usedAt.getTime() > 60_000) await identity.touchToken(row.id, now);
  const actor = { kind: "token", id: row.id, name: `${operator.name} (${row.name})` } as const;
  return { actor, role: lesserRole(row.role, operator.role), address };
}

/** Least first. */
export const roles = ["reader", "editor", "owner"] as const satisfies readonly Role[];

export const lesserRole = (a: Role, b: Role): Role => (roles.indexOf(a) < roles.indexOf(b) ? a : b);

const digest = (text: string) => createHash("sha256").update(text).digest();
