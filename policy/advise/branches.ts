import { reporter } from "@/policy/check/checker";
import { checkExpression } from "@/policy/expression/check-expression";
import { isExpression } from "@/policy/expression/is-expression";
import { attributeOf, elementsOf } from "@/policy/xml/nodes";
import type { Advice } from "./advice";
import { elementsIn } from "./walk";

/** Branches of choose that no request takes. */
export const adviseBranches: Advice = (checker, root) => {
  for (const choose of elementsIn(root)) {
    if (choose.name !== "choose") continue;
    const lines = new Map<string, number>();
    let taken = false;
    for (const branch of elementsOf(choose.children)) {
      const report = reporter(checker, branch);
      if (taken) report(branch, "when-unreachable");
      const condition = attributeOf(branch, "condition");
      if (branch.name !== "when" || condition === undefined || taken) continue;
      const text = condition.value.trim();
      const same = lines.get(text);
      if (same !== undefined) report(branch, "when-repeated", same);
      lines.set(text, checker.diagnostics.position(branch.span.start).line);
      const value = constantOf(text);
      if (value === false) report(branch, "when-never");
      taken = value === true;
    }
  }
};

function constantOf(condition: string): boolean | null {
  if (condition.includes("{{")) return null;
  if (!isExpression(condition))
    return condition.toLowerCase() === "true" ? true : condition.toLowerCase() === "false" ? false : null;
  const { fixed } = checkExpression(condition);
  return typeof fixed?.value === "boolean" ? fixed.value : null;
}
