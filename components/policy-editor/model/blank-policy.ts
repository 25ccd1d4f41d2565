import type { Standing } from "@/policy/knowledge";
import { policyText } from "@/policy/policy-text";

/** What a scope without a policy begins with: all that is set further out, and nothing more. */
export function blankPolicy({ kind, scope }: Standing): string {
  if (kind === "fragment") return "<fragment>\n</fragment>\n";
  // Around the outermost scope there is nothing to take over.
  if (scope === "global") {
    return policyText({ inbound: [], backend: ["<forward-request />"], outbound: [], "on-error": [] });
  }
  return policyText();
}
