import { type Runtime, read, required } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";
import { messageOf } from "@/policy/message";

export const runtime: Runtime = {
  compile(node, context) {
    const username = required(node, "username", context.text(node, "username"));
    const password = required(node, "password", context.text(node, "password"));
    const side = context.message === "call" ? "call" : "request";
    // RFC 7617: which bytes stand for other letters than those of ASCII is not written anywhere; UTF-8 is what servers expect.
    const line = (user: string, secret: string) => `Basic ${Buffer.from(`${user}:${secret}`).toString("base64")}`;
    const known = "fixed" in username && "fixed" in password ? line(username.fixed, password.fixed) : null;
    return (exchange) => {
      const value = known ?? line(read(username, exchange), read(password, exchange));
      exchange.trace?.guard(value.slice("Basic ".length));
      messageOf(exchange, side).headers.set("Authorization", value);
      return proceed;
    };
  },
};
