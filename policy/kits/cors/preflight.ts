import type { Exchange, RequestMessage } from "@/policy/exchange";

/** The method that a preflight asks for; null: the request is none. */
export function preflightMethod({ method, headers }: RequestMessage): string | null {
  if (method !== "OPTIONS" || !headers.has("origin")) return null;
  return headers.get("access-control-request-method") ?? null;
}

/** An OPTIONS request that stands at another method's operation was put there as a preflight. */
export const isPreflight = ({ request, operation }: Exchange): boolean =>
  operation !== null && operation.method !== "OPTIONS" && operation.method !== "*" && preflightMethod(request) !== null;
