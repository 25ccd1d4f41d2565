import { type CompileContext, type Runtime, read, type Value } from "@/policy/catalog/compile";
import { proceed, type Step } from "@/policy/exchange";
import type { PolicyNode } from "@/policy/policy-node";

interface Branch {
  condition: Value<boolean>;
  run: Step;
}

export const runtime: Runtime = {
  compile(node, context) {
    const branches = reachable(node.children.map((child) => branch(child, context)));
    const [first] = branches;
    if (first === undefined) return () => proceed;
    if ("fixed" in first.condition) return first.run;
    return (exchange) => {
      for (const { condition, run } of branches) {
        if (read(condition, exchange)) return run(exchange);
      }
      return proceed;
    };
  },
};

function branch(node: PolicyNode, context: CompileContext): Branch {
  const condition = node.name === "otherwise" ? { fixed: true } : context.boolean(node, "condition");
  return { condition: condition ?? { fixed: false }, run: context.sequence(node.children) };
}

/** Without the branches that literals rule out. */
function reachable(branches: Branch[]): Branch[] {
  const possible = branches.filter(({ condition }) => !("fixed" in condition && !condition.fixed));
  const certain = possible.findIndex(({ condition }) => "fixed" in condition);
  return certain < 0 ? possible : possible.slice(0, certain + 1);
}
