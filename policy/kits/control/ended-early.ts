import { Fault } from "@/policy/fault";

/** Nobody waits for what the policy does: the client has gone, or another branch of a wait was first. */
export const endedEarly = (source: string): Fault =>
  new Fault({ source, reason: "ClientConnectionFailure", status: 499, message: "The operation was canceled." });
