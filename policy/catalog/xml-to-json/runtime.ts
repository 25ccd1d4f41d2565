import { type Runtime, read, readOptional, required } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";
import { accepts } from "@/policy/kits/content/accepts";
import { changeText } from "@/policy/kits/content/change-text";
import { isJsonType, isXmlType } from "@/policy/kits/content/media-type";
import { convertBody } from "@/policy/kits/json-xml/convert-body";
import type { ToJsonOptions } from "@/policy/kits/json-xml/xml-to-json";
import { messageOf } from "@/policy/message";

const source = "xml-to-json";

export const runtime: Runtime = {
  compile(node, context) {
    const kind = required(node, "kind", context.text(node, "kind"));
    const apply = required(node, "apply", context.text(node, "apply"));
    const considersAccept = context.boolean(node, "consider-accept-header");
    const keepsSpace = context.boolean(node, "preserve-whitespace-nodes");
    const trims = context.boolean(node, "trim-values");
    const empties = context.text(node, "empty-values");
    const arrays = context.boolean(node, "always-array-child-elements");
    const { message } = context;
    return (exchange) => {
      const target = messageOf(exchange, message);
      if (read(apply, exchange) === "content-type-xml" && !isXmlType(target.headers.get("content-type"))) {
        return proceed;
      }
      const accept = exchange.request.headers.all("accept");
      if (readOptional(considersAccept, exchange) !== false && !accepts(accept, isJsonType)) return proceed;
      const options: ToJsonOptions = {
        kind: read(kind, exchange) as ToJsonOptions["kind"],
        keepsSpace: readOptional(keepsSpace, exchange) === true,
        trims: readOptional(trims, exchange) === true,
        emptyValues: readOptional(empties, exchange) as ToJsonOptions["emptyValues"],
        alwaysArrays: readOptional(arrays, exchange) === true,
      };
      const said = (made: string): string => {
        target.headers.set("Content-Type", "application/json; charset=utf-8");
        return made;
      };
      return changeText(target, source, (xml) => {
        const made = convertBody(source, { text: xml, options });
        return made instanceof Promise ? made.then(said) : said(made);
      });
    };
  },
};
