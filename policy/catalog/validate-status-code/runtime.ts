import { fixedOptional, partsNamed, type Runtime, read, required, type Value } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";
import { Findings } from "@/policy/kits/validation/findings";

export const runtime: Runtime = {
  compile(node, context) {
    const policy = node.name;
    const variable = fixedOptional(node, context.text(node, "errors-variable-name"));
    const name = "unspecified-status-code-action";
    const unspecified = required(node, name, context.text(node, name));
    const own = new Map<number, Value<string>>();
    for (const part of partsNamed(node, "status-code")) {
      const code = fixedOptional(part, context.integer(part, "code"));
      if (code !== null) own.set(code, required(part, "action", context.text(part, "action")));
    }
    return (exchange) => {
      const { response } = exchange;
      const description = exchange.resources.description();
      if (response === null || description === null) return proceed;
      const { status } = response;
      if (description.responses.some(({ statusCode }) => statusCode === status)) return proceed;
      const findings = new Findings(exchange, policy, variable, "response");
      const details = `Response status code ${status} is not allowed.`;
      findings.add(
        { name: String(status), type: "StatusCode", rule: "Unspecified", details, publicText: null },
        read(own.get(status) ?? unspecified, exchange),
      );
      findings.settle();
      return proceed;
    };
  },
};
