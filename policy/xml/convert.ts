import { isExpression } from "@/policy/expression/is-expression";
import { encodeAttribute, encodeText } from "./entities";
import { elementsOf, type XmlAttribute, type XmlNode, type XmlText } from "./nodes";
import { parse } from "./parse";
import { print } from "./print";
import { attributeReads, textReads } from "./reads-back";

/** The form "xml" of the management API: well-formed XML, expressions escaped. */
export function toEscaped(source: string): string {
  const { document } = parse(source);
  rewrite(document.nodes, {
    attribute: (attribute, quote) => encodeAttribute(attribute.value, quote),
    text: (text) => encodeText(text.value),
  });
  return print(document);
}

/** The form "rawxml": expressions as C# is written. One that would then be read differently stays escaped. */
export function toRaw(source: string): string {
  const { document } = parse(source);
  rewrite(document.nodes, {
    attribute: ({ value, raw }, quote) => (attributeReads(value, quote) ? value : raw),
    text: ({ value, raw }) => (textReads(value) ? value : raw),
  });
  return print(document);
}

interface Rewriter {
  attribute(attribute: XmlAttribute, quote: '"' | "'"): string;
  text(text: XmlText): string;
}

/** Only expressions change; every other character stays as its author wrote it. */
function rewrite(nodes: readonly XmlNode[], rewriter: Rewriter): void {
  for (const node of nodes) {
    if (node.kind === "text" && isExpression(node.value)) node.raw = rewriter.text(node);
  }
  for (const element of elementsOf(nodes)) {
    for (const attribute of element.attributes) {
      if (attribute.quote === "" || !isExpression(attribute.value)) continue;
      attribute.raw = rewriter.attribute(attribute, attribute.quote);
    }
    rewrite(element.children, rewriter);
  }
}
