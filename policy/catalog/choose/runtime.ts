import { type CompileContext, type Runtime, read, type Value } from "@/policy/catalog/compile";
import { proceed, type Step } from "@/policy/exchange";
import type { PolicyNode } from "@/policy/policy-node";

interface Branch {
  /** "when[2]" */
  name: string;
  condition: Value<boolean>;
  run: Step;
}

export const runtime: Runtime = {
  compile(node, context) {
    const counts = new Map<string, number>();
    const branches = reachable(
      node.children.map((child) => {
        const count = (counts.get(child.name) ?? 0) + 1;
        counts.set(child.name, count);
        return branch(child, `${child.name}[${count}]`, context);
      }),
    );
    if (branches.length === 0) return () => proceed;
    return (exchange) => {
      for (const { name, condition, run } of branches) {
        if (!read(condition, exchange)) continue;
        exchange.trace?.tell?.({ branch: name });
        return run(exchange);
      }
      exchange.trace?.tell?.({ branch: null });
      return proceed;
    };
  },
};

function branch(node: PolicyNode, name: string, context: CompileContext): Branch {
  const condition = node.name === "otherwise" ? { fixed: true } : context.boolean(node, "condition");
  return { name, condition: condition ?? { fixed: false }, run: context.sequence(node.children) };
}

/** Without the branches that literals rule out. */
function reachable(branches: Branch[]): Branch[] {
  const possible = branches.filter(({ condition }) => !("fixed" in condition && !condition.fixed));
  const certain = possible.findIndex(({ condition }) => "fixed" in condition);
  return certain < 0 ? possible : possible.slice(0, certain + 1);
}
