import type { Env } from "@/lib/env";
import { forbidden } from "../refusals";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Cookies travel with requests that other sites make; so a changing request must show, by headers no page can forge,
 * that one of our own pages made it. Refused with 403 otherwise.
 */
export function requireSameOrigin(
  request: { method: string; headers: Headers },
  settings: Pick<Env, "NEXTAUTH_URL">,
): void {
  if (reading.has(request.method)) return;
  if (isSameOrigin(request.headers, settings)) return;
  throw forbidden(
    "The request was refused because it was not made by a page of this portal. Programs send a management token as 'Authorization: Bearer …' instead of a cookie.",
  );
}

function isSameOrigin(headers: Headers, settings: Pick<Env, "NEXTAUTH_URL">): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (origin === null) return site === "same-origin";
  if (settings.NEXTAUTH_URL !== undefined && origin === new URL(settings.NEXTAUTH_URL).origin) return true;
  // Host is not the page's to choose, and behind a name of the attacker's there is no cookie of ours.
  return (
    URL.canParse(origin) &&
    /^https?:/.test(origin) &&
    new URL(origin).host === (headers.get("host") ?? "").toLowerCase()
  );
}
