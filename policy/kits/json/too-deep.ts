import { tick } from "@/policy/expression/values/budget";
import { NetException } from "@/policy/expression/values/net-exception";

/** Well above any reader's limit and well below what the stack holds: only a tree built by a loop gets there. */
const deepest = 1000;

/** Called by every walk down a tree, once per node. */
export function guardDepth(depth: number): void {
  tick();
  if (depth > deepest)
    throw new NetException(
      "System.InsufficientExecutionStackException",
      "Insufficient stack to continue executing the program safely. This can happen from having too many functions on the call stack or function on the stack using too much stack space.",
    );
}
