import { fixed, type Runtime, read, required } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";

// Any value that an expression gives is kept as it is, also objects, which published policies keep in variables.
export const runtime: Runtime = {
  compile(node, context) {
    const name = fixed(node, required(node, "name", context.text(node, "name")));
    const value = required(node, "value", context.object(node, "value"));
    return (exchange) => {
      exchange.variables.set(name, read(value, exchange));
      return proceed;
    };
  },
};
