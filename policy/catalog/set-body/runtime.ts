import { BytesBody, emptyBody, textBody } from "@/policy/body";
import { fixedOptional, type Runtime, read } from "@/policy/catalog/compile";
import { type Body, proceed } from "@/policy/exchange";
import { expressionText } from "@/policy/expression/compile-expression";
import { putBody } from "@/policy/kits/content/put-content";
import { htmlDecode } from "@/policy/kits/net/html-text";
import { messageOf } from "@/policy/message";
import { templateStep } from "./template";

export const runtime: Runtime = {
  compile(node, context) {
    if (fixedOptional(node, context.text(node, "template")) === "liquid") return templateStep(node, context);
    const content = context.contentObject(node);
    const isDecoded = fixedOptional(node, context.boolean(node, "html-decode-expression")) === true;
    const { message } = context;
    const fixedBody = "fixed" in content ? bodyOf(content.fixed, isDecoded && content.fixed !== node.text) : null;
    return (exchange) => {
      const value = fixedBody === null ? read(content, exchange) : null;
      putBody(messageOf(exchange, message), fixedBody ?? bodyOf(value, isDecoded), !(value instanceof Uint8Array));
      return proceed;
    };
  },
};

/** An array of bytes is the body itself; null is no body, and anything else its text. */
function bodyOf(value: unknown, isDecoded: boolean): Body {
  if (value === null || value === undefined) return emptyBody;
  if (value instanceof Uint8Array) return value.byteLength === 0 ? emptyBody : new BytesBody(value);
  const text = expressionText(value);
  return textBody(isDecoded ? htmlDecode(text) : text);
}
