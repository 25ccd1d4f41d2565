import { fixed, partNamed, type Runtime } from "@/policy/catalog/compile";
import { type Exchange, type Flow, type ResponseMessage, respond } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { Headers } from "@/policy/headers";
import { newResponse } from "@/policy/message";

export const runtime: Runtime = {
  compile(node, context) {
    const variable = context.text(node, "response-variable-name");
    const name = variable === null ? null : fixed(node, variable);
    const edit = context.sequence(node.children, "response");
    const setsStatus = partNamed(node, "set-status") !== undefined;
    return (exchange) => {
      exchange.response = name === null ? begun(exchange, setsStatus) : copyOf(responseIn(exchange, name));
      const flow = edit(exchange);
      return typeof flow === "number" ? respond : flow.then((): Flow => respond);
    };
  },
};

/** What a set-status is about to replace is the status until then: published policies repeat it there. */
function begun({ response }: Exchange, setsStatus: boolean): ResponseMessage {
  return response === null || !setsStatus ? newResponse() : newResponse(response.status, response.reason);
}

function responseIn(exchange: Exchange, name: string): ResponseMessage {
  const value = exchange.variables.get(name);
  if (isResponse(value)) return value;
  throw new Fault({
    source: "return-response",
    reason: null,
    status: 500,
    message: `The variable '${name}' does not hold a response.`,
  });
}

function isResponse(value: unknown): value is ResponseMessage {
  return typeof value === "object" && value !== null && "status" in value && "headers" in value && "body" in value;
}

/** The variable keeps what it holds; only the answer is edited. */
const copyOf = ({ status, reason, headers, body }: ResponseMessage): ResponseMessage => ({
  status,
  reason,
  headers: new Headers([...headers.lines]),
  body,
});
