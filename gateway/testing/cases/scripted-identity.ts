import { Fault } from "@/policy/fault";
import type { ManagedIdentity } from "@/policy/host/managed-identity";

/** The identity of a case's gateway: tokens tell what they are for, and there is none for https://absent.example. */
export const scriptedIdentity: ManagedIdentity = {
  async token(resource, clientId) {
    if (!resource.startsWith("https://absent.example")) return `${clientId ?? "system"} ${resource}`;
    throw new Fault({
      source: "authentication-managed-identity",
      reason: "ManagedIdentityUnavailable",
      status: 500,
      message: `No token for '${resource}' could be had.`,
    });
  },
};
