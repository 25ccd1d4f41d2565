/** Cookies of the portal bear this mark in their names, after a __Host- or __Secure- prefix. */
export const portalCookieMark = "gatehouse-";

const portalCookie = /^(?:__(?:Host|Secure)-)?gatehouse-/;

/**
 * A Cookie field without the portal's own cookies; null when nothing is left. Cookies know no ports, so a browser that is
 * signed in to the portal sends its session to the gateway of the same host too, and it must not reach a backend.
 */
export function withoutPortalCookies(value: string): string | null {
  if (!value.includes(portalCookieMark)) return value;
  const rest = value.split(/;\s*/).filter((pair) => !portalCookie.test(pair));
  return rest.length === 0 ? null : rest.join("; ");
}
