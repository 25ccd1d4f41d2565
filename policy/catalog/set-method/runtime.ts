import { CompileError, type Runtime } from "@/policy/catalog/compile";
import { type Exchange, proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { callOf } from "@/policy/message";
import { methodOf, notMethod } from "./method";

export const runtime: Runtime = {
  compile(node, context) {
    const content = context.content(node);
    const set =
      context.message === "call"
        ? (exchange: Exchange, method: string) => {
            callOf(exchange).method = method;
          }
        : ({ request }: Exchange, method: string) => {
            request.method = method;
          };
    if ("fixed" in content) {
      const method = methodOf(content.fixed);
      if (method === null) throw new CompileError(node, notMethod(content.fixed));
      return (exchange) => {
        set(exchange, method);
        return proceed;
      };
    }
    return (exchange) => {
      const text = content.evaluate(exchange);
      const method = methodOf(text);
      if (method === null) {
        const reason = "ExpressionValueEvaluationFailure";
        throw new Fault({ source: node.name, reason, status: 500, message: notMethod(text) });
      }
      set(exchange, method);
      return proceed;
    };
  },
};
