import { STATUS_CODES } from "node:http";
import { textBody } from "@/policy/body";
import { fixed, fixedOptional, type Runtime, required } from "@/policy/catalog/compile";
import { proceed, respond } from "@/policy/exchange";
import { newResponse } from "@/policy/message";
import { describedAnswer } from "./described-answer";

// Of a representation's examples the gateway is told the first, so that `index` changes nothing.
export const runtime: Runtime = {
  compile(node, context) {
    if (fixedOptional(node, context.boolean(node, "enabled")) === false) return () => proceed;
    const status = fixed(node, required(node, "status-code", context.integer(node, "status-code")));
    const contentType = fixedOptional(node, context.text(node, "content-type"));
    const reason = STATUS_CODES[status] ?? "";
    return (exchange) => {
      const response = newResponse(status, reason);
      const answer = describedAnswer(exchange.resources, status, contentType);
      if (answer !== null) {
        response.headers.append("Content-Type", answer.contentType);
        response.body = textBody(answer.body);
      }
      exchange.trace?.note("mock-response", { status, contentType: answer?.contentType ?? null });
      exchange.response = response;
      return respond;
    };
  },
};
