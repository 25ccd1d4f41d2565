import { createHmac } from "node:crypto";
import { serviceId } from "@/lib/service-id";
import type { RequestMessage } from "@/policy/exchange";
import type { Headers } from "@/policy/headers";
import type { BackendEntity } from "./backend-entity";

interface Tokens {
  readonly secret: string;
  readonly byMember: ReadonlyMap<string, string>;
}

const known = new WeakMap<BackendEntity, Tokens>();

/** The member that the client's cookie stands for; null: none that this pool has. */
export function memberOfSession(pool: BackendEntity, cookie: string, headers: Headers, secret: string): string | null {
  const sent = cookieValues(headers, cookie);
  if (sent.length === 0) return null;
  for (const [member, token] of tokensOf(pool, secret)) if (sent.includes(token)) return member;
  return null;
}

/** The Set-Cookie line that binds the client to a member; null: it bears that cookie already. */
export function sessionCookie(
  pool: BackendEntity,
  cookie: string,
  member: BackendEntity,
  { request, affinitySecret }: { request: RequestMessage; affinitySecret: string },
): string | null {
  const token = tokensOf(pool, affinitySecret).get(member.id);
  if (token === undefined || cookieValues(request.headers, cookie).includes(token)) return null;
  const secure = request.scheme === "https" || request.scheme === "wss";
  return `${cookie}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** A keyed hash of each member's id, so that the cookie tells nothing and cannot be made up. */
function tokensOf(pool: BackendEntity, secret: string): ReadonlyMap<string, string> {
  const kept = known.get(pool);
  if (kept?.secret === secret) return kept.byMember;
  const token = (id: string) =>
    createHmac("sha256", `${serviceId}\n${secret}`).update(id).digest("base64url").slice(0, 24);
  const byMember = new Map((pool.members?.ids ?? []).map((id) => [id, token(id)]));
  known.set(pool, { secret, byMember });
  return byMember;
}

function cookieValues(headers: Headers, name: string): string[] {
  const values: string[] = [];
  for (const line of headers.all("Cookie")) {
    for (const pair of line.split(";")) {
      const at = pair.indexOf("=");
      if (at >= 0 && pair.slice(0, at).trim() === name) values.push(pair.slice(at + 1).trim());
    }
  }
  return values;
}
