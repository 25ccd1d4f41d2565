import type { AuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import credentials from "next-auth/providers/credentials";
import type { Env } from "@/lib/env";
import { log } from "@/lib/log";
import type { Management } from "../current";
import { audit } from "./audit";
import { operatorOf } from "./authenticate";
import { admitByOidc } from "./oidc-admission";
import { type OidcClaims, oidcProvider, oidcProviderId } from "./oidc-provider";
import { ownPath } from "./own-path";
import {
  claimsOf,
  cookieName,
  cookieOptions,
  decodeStrictly,
  idleLifetimeS,
  isSecure,
  secretOf,
  sessionOf,
} from "./session";
import { signInWithPassword } from "./sign-in";

/** The request that next-auth is run for. */
export interface Asker {
  address: string | null;
  /** What next-auth would turn into a redirect: thrown by the caller afterwards. */
  failure?: unknown;
}

/** How next-auth works here; made per request, because what happens is noted with the address it came from. */
export function authOptions(management: Pick<Management, "store">, settings: Env, asker: Asker): AuthOptions {
  const { address } = asker;
  const oidc = oidcProvider(settings);
  const cookie = (name: string) => ({ name: cookieName(name, settings), options: cookieOptions(settings) });
  const brief = (name: string) => ({
    name: cookieName(name, settings),
    options: { ...cookieOptions(settings), maxAge: 600 },
  });
  return {
    secret: secretOf(settings),
    useSecureCookies: isSecure(settings),
    session: { strategy: "jwt", maxAge: idleLifetimeS },
    jwt: { maxAge: idleLifetimeS, encode, decode: decodeStrictly },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: cookie("session"),
      callbackUrl: cookie("return"),
      csrfToken: cookie("csrf"),
      pkceCodeVerifier: brief("pkce"),
      state: brief("state"),
      nonce: brief("nonce"),
    },
    providers: [
      credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(given) {
          if (typeof given?.email !== "string" || typeof given.password !== "string") return null;
          try {
            const operator = await signInWithPassword(
              management,
              { email: given.email, password: given.password },
              address,
            );
            return operator === null ? null : { id: operator.id, epoch: operator.sessionEpoch };
          } catch (error) {
            asker.failure = error;
            return null;
          }
        },
      }),
      ...(oidc === null ? [] : [oidc]),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== oidcProviderId) return true;
        const admitted = await admitByOidc(profile as unknown as OidcClaims, management, settings, address);
        if ("refused" in admitted) return `/sign-in?error=${admitted.refused}`;
        const { operator } = admitted;
        Object.assign(user, { id: operator.id, epoch: operator.sessionEpoch });
        await audit(
          management,
          { actor: { kind: "user", id: operator.id, name: operator.name }, address },
          "sign-in",
          operator.email,
        );
        return true;
      },
      async jwt({ token, user }) {
        if (user !== undefined) {
          const { id, epoch } = user as { id: string; epoch: number };
          return claimsOf({ operatorId: id, epoch, signedInAt: Math.floor(Date.now() / 1000) });
        }
        const session = sessionOf(token);
        if (session === null || (await operatorOf(session, management)) === null)
          throw new Error("the session has ended");
        return claimsOf(session);
      },
      async session({ session, token }) {
        const live = sessionOf({ ...token, iat: 0 });
        const operator = live === null ? null : await operatorOf(live, management);
        const user =
          operator === null ? undefined : { name: operator.name, email: operator.email, role: operator.role };
        return { ...session, user };
      },
      redirect: ({ url, baseUrl }) => baseUrl + ownPath(url, baseUrl),
    },
    events: {
      async signOut({ token }) {
        const session = sessionOf(token);
        const operator = session === null ? null : await operatorOf(session, management);
        if (operator === null) return;
        // The cookie is gone from this browser; a copy of it must be worth nothing too.
        await management.store.identity.updateOperator(operator.id, { endSessions: true });
        await audit(
          management,
          { actor: { kind: "user", id: operator.id, name: operator.name }, address },
          "sign-out",
          operator.email,
        );
      },
    },
    logger: {
      error: (code, metadata) => note(code, metadata),
      warn: (code) => log("identity").debug({ code }, "next-auth warns"),
      debug: () => {},
    },
  };
}

function note(code: string, metadata: unknown): void {
  const nested = (metadata as { error?: unknown } | null)?.error ?? metadata;
  // The library's messages quote what it expected; nonces and states have no place in a log.
  const reason = nested instanceof Error ? nested.message.replace(/(mismatch), expected.*/s, "$1") : undefined;
  const level = code === "JWT_SESSION_ERROR" ? "debug" : "warn";
  log("identity")[level]({ code, reason }, "a sign-in step failed");
}
