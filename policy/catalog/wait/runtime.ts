import { type Runtime, read, required } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";
import { Branches } from "./branches";

// Whether a failed child counts as finished where any is waited for is not documented: it does only when all have failed.
export const runtime: Runtime = {
  compile(node, context) {
    const waitsFor = required(node, "for", context.text(node, "for"));
    const steps = node.children.map((child) => context.sequence([child]));
    const [only] = steps;
    if (only === undefined) return () => proceed;
    if (steps.length === 1) return only;
    return (exchange) => {
      const branches = new Branches(exchange);
      return read(waitsFor, exchange) === "any" ? branches.any(steps) : branches.all(steps);
    };
  },
};
