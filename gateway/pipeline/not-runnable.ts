import type { CompileError } from "@/policy/catalog/compile";
import { Fault } from "@/policy/fault";
import type { FragmentMissing } from "@/policy/scopes";

/** What each request meets where a policy does not compile. */
export function notRunnable(error: CompileError | FragmentMissing): Fault {
  const node = "node" in error ? error.node : null;
  const fault = new Fault({
    source: node?.name ?? "include-fragment",
    reason: "PolicyNotRunnable",
    status: 500,
    message: error.message,
    cause: error,
  });
  fault.scope = node?.origin.scope ?? null;
  fault.path = node?.origin.path ?? null;
  fault.policyId = node?.attributes.get("id") ?? null;
  return fault;
}
