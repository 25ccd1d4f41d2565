import { CompileError, type Runtime, read, readOptional, required } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { callOf } from "@/policy/message";
import { isProxyUrl } from "./proxy-url";

export const runtime: Runtime = {
  compile(node, context) {
    const url = required(node, "url", context.text(node, "url"));
    const username = context.text(node, "username");
    const password = context.text(node, "password");
    if ("fixed" in url && !isProxyUrl(url.fixed)) throw new CompileError(node, wrongUrl);
    return (exchange) => {
      const address = read(url, exchange).trim();
      if (!isProxyUrl(address)) {
        throw new Fault({
          source: node.name,
          reason: "ExpressionValueEvaluationFailure",
          status: 500,
          message: wrongUrl,
        });
      }
      const target = context.message === "call" ? callOf(exchange) : exchange.target;
      target.proxy = {
        url: address,
        username: readOptional(username, exchange),
        password: readOptional(password, exchange),
      };
      return proceed;
    };
  },
};

const wrongUrl = "The 'url' of a proxy must be an absolute URL of http or https.";
