/** A path on this very site, or the overview: what a link says to return to is never a way out. Browser-safe. */
export function ownPath(given: string | null | undefined, origin = "http://gatehouse.invalid"): string {
  if (given === null || given === undefined) return "/";
  // Browsers read a backslash as a slash, and skip tabs and line ends, so "/\evil" and "/\t/evil" lead elsewhere.
  if (/[\\\p{Control}]/u.test(given) || !URL.canParse(given, origin)) return "/";
  const url = new URL(given, origin);
  if (url.origin !== origin || url.username !== "" || url.pathname.startsWith("//")) return "/";
  if (/^\/(sign-in|set-up|api)(\/|$)/.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
