import { type Runtime, read, required } from "@/policy/catalog/compile";
import { changeText } from "@/policy/kits/content/change-text";
import { messageOf } from "@/policy/message";

/** Every occurrence of a plain text. Whether its case matters is not documented: here it does. */
export const runtime: Runtime = {
  compile(node, context) {
    const from = required(node, "from", context.text(node, "from"));
    const to = required(node, "to", context.text(node, "to"));
    const { message } = context;
    return (exchange) => {
      const [wanted, other] = [read(from, exchange), read(to, exchange)];
      return changeText(messageOf(exchange, message), "find-and-replace", (text) =>
        wanted === "" || !text.includes(wanted) ? null : text.split(wanted).join(other),
      );
    };
  },
};
