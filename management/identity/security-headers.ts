import { isSecure, type SessionSettings } from "./session";

/** What every answer of the portal says to browsers, besides the policy that is made per page. */
export function securityHeaders(settings: SessionSettings): Record<string, string> {
  const headers: Record<string, string> = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  };
  if (mayDemandTls(settings)) headers["strict-transport-security"] = "max-age=31536000";
  return headers;
}

/** A browser remembers it for a host with all its ports: on localhost it would lock people out of everything else there. */
function mayDemandTls(settings: SessionSettings): boolean {
  if (!isSecure(settings) || settings.NEXTAUTH_URL === undefined) return false;
  return !/^(localhost|127\..*|\[::1\])$/.test(new URL(settings.NEXTAUTH_URL).hostname);
}

/**
 * Scripts run by the page's nonce alone ('strict-dynamic' hands the right on to what they load), styles from our own
 * files or by nonce. Style attributes are let be: the server draws column widths and row heights of tables as such, and
 * React does not set them again when it takes the page over; they can neither run nor fetch anything. Workers are files
 * of ours: no nonce reaches them. In development React rebuilds stack traces with eval, and the bundler injects styles.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  const script = `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`;
  const style = development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src ${script}`,
    `style-src ${style}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
