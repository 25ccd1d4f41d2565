import { partNamed, type Runtime, requiredPart } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";
import { callOf, callOptions } from "@/policy/kits/data-source/call-of";

/** The value of the field is what is the response at the end. A call that fails is an error of that field. */
export const runtime: Runtime = {
  compile(node, context) {
    const makeCall = callOf(requiredPart(node, "http-request"), context, "GET");
    const options = callOptions(node, context);
    const response = partNamed(node, "http-response");
    const edit = context.sequence(response?.children ?? [], "response");
    return async (exchange) => {
      exchange.response = await exchange.host.send(exchange, await makeCall(exchange), options(exchange));
      if (exchange.response.status < 400) await edit(exchange);
      return proceed;
    };
  },
};
