import type { NextApiRequest, NextApiResponse } from "next";
import nextAuth, { type AuthOptions } from "next-auth";

/** One request to next-auth, in plain terms. */
export interface AuthRequest {
  action: string;
  provider: string | undefined;
  method: string;
  headers: Headers;
  query: Record<string, string>;
  body: Record<string, string>;
}

// A CommonJS module: whether its default export is unwrapped depends on who loads it.
const handle = ((nextAuth as unknown as { default?: typeof nextAuth }).default ?? nextAuth) as typeof nextAuth;

/**
 * Runs next-auth on a request that was already judged, by its handler of (request, response) pairs: the other one takes
 * its cookies and headers from Next's own request scope and cannot be given others.
 */
export async function runNextAuth(request: AuthRequest, options: AuthOptions): Promise<Response> {
  const headers = new Headers({ "cache-control": "no-store" });
  let status = 200;
  let body: string | null = null;
  const response = {
    status(code: number) {
      status = code;
      return response;
    },
    getHeader: (name: string) => (name.toLowerCase() === "set-cookie" ? headers.getSetCookie() : headers.get(name)),
    setHeader(name: string, value: string | string[]) {
      headers.delete(name);
      for (const each of [value].flat()) headers.append(name, each);
      return response;
    },
    json(value: unknown) {
      headers.set("content-type", "application/json");
      body = JSON.stringify(value);
    },
    send(value: unknown) {
      if (value === undefined) return;
      if (typeof value === "string") body = value;
      else response.json(value);
    },
    end() {},
  };
  const { action, provider, method, query, body: form } = request;
  const cookies = cookiesOf(request.headers);
  // With a broken one next-auth would answer 500 until the person clears it by hand.
  const returnTo = options.cookies?.callbackUrl?.name ?? "";
  if (!URL.canParse(cookies[returnTo] ?? "")) delete cookies[returnTo];
  const incoming = {
    method,
    headers: Object.fromEntries(request.headers),
    cookies,
    query: { ...query, nextauth: provider === undefined ? [action] : [action, provider] },
    body: form,
  };
  await handle(incoming as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return new Response(body, { status, headers });
}

function cookiesOf(headers: Headers): Record<string, string> {
  const pairs = (headers.get("cookie") ?? "").split(/;\s*/).map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [name, decoded(value.join("="))] as const;
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== ""));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
