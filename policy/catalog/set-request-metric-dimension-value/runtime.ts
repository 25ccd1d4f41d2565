import { type Runtime, read, required } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";

/** Nothing is documented of the metric that it belongs to: it is accepted, and changes nothing. */
export const runtime: Runtime = {
  compile(node, context) {
    const name = required(node, "name", context.text(node, "name"));
    const value = required(node, "value", context.text(node, "value"));
    return (exchange) => {
      exchange.trace?.note(node.name, { ignored: { name: read(name, exchange), value: read(value, exchange) } });
      return proceed;
    };
  },
};
