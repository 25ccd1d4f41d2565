import { decode, encode, type JWTDecodeParams } from "next-auth/jwt";
import { portalCookieMark } from "@/contract/portal-cookies";
import type { Env } from "@/lib/env";

/** Who signed in, and when; what the session cookie holds besides its own times. */
export interface Session {
  operatorId: string;
  /** Must equal the operator's, or the session was ended. */
  epoch: number;
  /** Seconds since 1970; a session ends `absoluteLifetimeS` after it, however busy it is. */
  signedInAt: number;
  /** Seconds since 1970, of this copy of the cookie. */
  issuedAt: number;
}

export const idleLifetimeS = 2 * 60 * 60;
export const absoluteLifetimeS = 12 * 60 * 60;

export type SessionSettings = Pick<Env, "NEXTAUTH_SECRET" | "NEXTAUTH_URL">;

export const isSecure = (settings: SessionSettings): boolean => settings.NEXTAUTH_URL?.startsWith("https:") === true;

/** With https the __Host- prefix binds a cookie to this host, its root path and TLS (RFC 6265bis, 4.1.3.2). */
export const cookieName = (name: string, settings: SessionSettings): string =>
  `${isSecure(settings) ? "__Host-" : ""}${portalCookieMark}${name}`;

export const cookieOptions = (settings: SessionSettings) =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(settings) }) as const;

export function secretOf(settings: SessionSettings): string {
  if (settings.NEXTAUTH_SECRET === undefined)
    throw new Error("NEXTAUTH_SECRET is not set; the portal sets it at its start.");
  return settings.NEXTAUTH_SECRET;
}

/** Null for anything that is not a session of ours, in its lifetime. */
export async function readSession(headers: Headers, settings: SessionSettings): Promise<Session | null> {
  const token = cookieValue(headers.get("cookie") ?? "", cookieName("session", settings));
  if (token === null) return null;
  try {
    return sessionOf(await decodeStrictly({ token, secret: secretOf(settings) }));
  } catch {
    return null;
  }
}

export function sessionOf(claims: Record<string, unknown> | null): Session | null {
  if (claims === null) return null;
  const { sub, epoch, at, iat } = claims;
  if (typeof sub !== "string" || typeof epoch !== "number" || typeof at !== "number" || typeof iat !== "number")
    return null;
  if (Date.now() / 1000 >= at + absoluteLifetimeS) return null;
  return { operatorId: sub, epoch, signedInAt: at, issuedAt: iat };
}

export const claimsOf = (session: Omit<Session, "issuedAt">) => ({
  sub: session.operatorId,
  epoch: session.epoch,
  at: session.signedInAt,
});

/** The Set-Cookie line that carries this session. */
export async function sessionCookie(session: Omit<Session, "issuedAt">, settings: SessionSettings): Promise<string> {
  const value = await encode({ token: claimsOf(session), secret: secretOf(settings), maxAge: idleLifetimeS });
  const secure = isSecure(settings) ? "; Secure" : "";
  return `${cookieName("session", settings)}=${value}; Path=/; Max-Age=${idleLifetimeS}; HttpOnly; SameSite=Lax${secure}`;
}

/** The JOSE library takes base64url with stray bits at its end, so that many texts would stand for one token. */
export async function decodeStrictly(params: JWTDecodeParams): Promise<Record<string, unknown> | null> {
  const parts = params.token?.split(".") ?? [];
  if (parts.some((part) => Buffer.from(part, "base64url").toString("base64url") !== part)) return null;
  return decode(params);
}

function cookieValue(cookies: string, name: string): string | null {
  const found = cookies.split(/;\s*/).filter((pair) => pair.startsWith(`${name}=`));
  // Two of one name: somebody else put one there, and there is no telling which.
  return found.length === 1 ? found[0]!.slice(name.length + 1) : null;
}
