import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { contentSecurityPolicy, securityHeaders } from "@/management/identity/security-headers";
import { idleLifetimeS, readSession, sessionCookie } from "@/management/identity/session";

// The REST door is left out: it authenticates by itself, and a proxy would hold each request's body in memory.
export const config = {
  matcher: ["/((?!_next/static|_next/image|subscriptions/|favicon\\.ico|icon\\.svg).*)"],
};

/** Where people without a session may go. */
const open = /^\/(sign-in|set-up|api)(\/|$)/;
/** So a session at work is renewed, but not with each click. */
const renewAfterS = idleLifetimeS / 8;

/**
 * Security headers on every page, and a courtesy: whoever has no session is shown the sign-in page at once. What
 * somebody may see or do is decided where the data is, never here.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const settings = env();
  const { pathname, search } = request.nextUrl;
  const session = open.test(pathname) ? null : await readSession(request.headers, settings);
  if (session === null && !open.test(pathname)) {
    const query =
      pathname === "/" && search === "" ? "" : `?callbackUrl=${encodeURIComponent(pathname + withoutRsc(search))}`;
    // Next makes it relative again: only the browser knows the name under which it reached us.
    return protect(NextResponse.redirect(new URL(`/sign-in${query}`, request.url)));
  }
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, settings.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = protect(NextResponse.next({ request: { headers } }));
  response.headers.set("content-security-policy", policy);
  if (session !== null && Date.now() / 1000 - session.issuedAt > renewAfterS) {
    response.headers.append("set-cookie", await sessionCookie(session, settings));
  }
  return response;
}

function protect(response: NextResponse): NextResponse {
  for (const [name, value] of Object.entries(securityHeaders(env()))) response.headers.set(name, value);
  return response;
}

/** The router asks for a page's data under the page's address and a cache key that must not stay in it. */
function withoutRsc(search: string): string {
  const query = new URLSearchParams(search);
  query.delete("_rsc");
  return query.size === 0 ? "" : `?${query}`;
}
