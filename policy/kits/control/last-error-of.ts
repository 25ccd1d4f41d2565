import type { LastError } from "@/policy/exchange";
import type { Fault } from "@/policy/fault";

/** What context.LastError tells of a fault. */
export const lastErrorOf = ({ source, reason, message, status, scope, section, path, policyId }: Fault): LastError => ({
  source,
  reason,
  message,
  scope,
  section,
  path,
  policyId,
  httpErrorCode: status,
});
