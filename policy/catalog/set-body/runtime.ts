import { textBody } from "@/policy/body";
import { type Runtime, read } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";
import { messageOf } from "@/policy/message";

export const runtime: Runtime = {
  compile(node, context) {
    const content = context.content(node);
    const { message } = context;
    const fixedBody = "fixed" in content ? textBody(content.fixed) : null;
    return (exchange) => {
      const target = messageOf(exchange, message);
      target.body = fixedBody ?? textBody(read(content, exchange));
      // What was said about the old content is not true of the new one.
      target.headers.remove("content-encoding");
      target.headers.remove("content-length");
      return proceed;
    };
  },
};
