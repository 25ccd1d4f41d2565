import { STATUS_CODES } from "node:http";
import { type Runtime, read, required } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { responseOf } from "@/policy/message";

export const runtime: Runtime = {
  compile(node, context) {
    const code = required(node, "code", context.integer(node, "code"));
    const reason = context.text(node, "reason");
    return (exchange) => {
      const status = read(code, exchange);
      if (status < 200 || status > 999) {
        const message = `${status} is not an HTTP status code.`;
        throw new Fault({ source: node.name, reason: "ExpressionValueEvaluationFailure", status: 500, message });
      }
      const response = responseOf(exchange);
      response.status = status;
      const words = reason === null ? (STATUS_CODES[status] ?? "") : read(reason, exchange);
      response.reason = words.replace(/[^\t\x20-\x7e\x80-\xff]/g, " ");
      return proceed;
    };
  },
};
