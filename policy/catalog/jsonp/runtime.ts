import { type Runtime, read, required } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { changeText } from "@/policy/kits/content/change-text";
import { isJsonType } from "@/policy/kits/content/media-type";
import { messageOf } from "@/policy/message";

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** Which content type is sent is not documented; this one is a script's. Only JSON is wrapped. */
export const runtime: Runtime = {
  compile(node, context) {
    const parameter = required(node, "callback-parameter-name", context.text(node, "callback-parameter-name"));
    const { message } = context;
    return (exchange) => {
      const { query } = exchange.request;
      if (query === "") return proceed;
      const name = read(parameter, exchange);
      const callback = new URLSearchParams(query).get(name);
      if (callback === null) return proceed;
      if (!identifier.test(callback)) throw invalid(name);
      const target = messageOf(exchange, message);
      if (!isJsonType(target.headers.get("content-type"))) return proceed;
      return changeText(target, "jsonp", (json) => {
        target.headers.set("Content-Type", "application/javascript; charset=utf-8");
        // Line ends of JavaScript that JSON has in its texts.
        return `${callback}(${json.replace(/\u2028/g, "\\u2028").replace(/\u2029/g, "\\u2029")})`;
      });
    };
  },
};

const invalid = (name: string): Fault =>
  new Fault({
    source: "jsonp",
    reason: "CallbackParameterInvalid",
    status: 400,
    message: `Value of callback parameter ${name} is not a valid JavaScript identifier.`,
  });
