import { fixedOptional, type Runtime, read, readOptional, required } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";
import { accepts } from "@/policy/kits/content/accepts";
import { changeText } from "@/policy/kits/content/change-text";
import { isJsonType, isXmlType } from "@/policy/kits/content/media-type";
import { convertBody } from "@/policy/kits/json-xml/convert-body";
import type { ToXmlOptions } from "@/policy/kits/json-xml/json-to-xml";
import { messageOf } from "@/policy/message";

const source = "json-to-xml";

export const runtime: Runtime = {
  compile(node, context) {
    const apply = required(node, "apply", context.text(node, "apply"));
    const considersAccept = context.boolean(node, "consider-accept-header");
    const parsesDates = fixedOptional(node, context.boolean(node, "parse-date")) !== false;
    const trims = fixedOptional(node, context.boolean(node, "trim-values")) === true;
    const text = (name: string) => context.text(node, name);
    const [attributeBlock, attributePrefix] = [text("attribute-block-name"), text("attribute-prefix")];
    const [namespaceBlock, namespacePrefix] = [text("namespace-block-name"), text("namespace-prefix")];
    const [separator, invalid] = [text("namespace-separator"), text("invalid-character-replacement")];
    const [nulls, empties] = [text("null-values"), text("empty-values")];
    const { message } = context;
    return (exchange) => {
      const target = messageOf(exchange, message);
      if (read(apply, exchange) === "content-type-json" && !isJsonType(target.headers.get("content-type"))) {
        return proceed;
      }
      const accept = exchange.request.headers.all("accept");
      if (readOptional(considersAccept, exchange) !== false && !accepts(accept, isXmlType)) return proceed;
      const options: ToXmlOptions = {
        attributeBlock: readOptional(attributeBlock, exchange),
        attributePrefix: readOptional(attributePrefix, exchange) ?? "@",
        namespaceBlock: readOptional(namespaceBlock, exchange),
        namespacePrefix: readOptional(namespacePrefix, exchange),
        namespaceSeparator: readOptional(separator, exchange) ?? "_",
        invalidCharacter: readOptional(invalid, exchange),
        nullText: readOptional(nulls, exchange),
        trims,
        emptyIsNull: readOptional(empties, exchange) === "as-null",
      };
      const said = (made: string): string => {
        target.headers.set("Content-Type", "application/xml; charset=utf-8");
        return made;
      };
      return changeText(target, source, (json) => {
        const made = convertBody(source, { text: json, parsesDates, options });
        return made instanceof Promise ? made.then(said) : said(made);
      });
    };
  },
};
