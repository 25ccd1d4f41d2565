import { corpus } from "@/policy/testing/corpus";
import type { XmlNode } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";

export interface CorpusExpression {
  readonly file: string;
  readonly text: string;
}

const isExpression = (text: string): boolean => /^\s*@[({]/.test(text);

/** Every expression that real authors published, unescaped as the gateway reads it; empty where they are not at hand. */
export function corpusExpressions(): CorpusExpression[] {
  return corpus().flatMap(({ file, text }) =>
    textsOf(parse(text).document.nodes).map((each) => ({ file, text: each })),
  );
}

function textsOf(nodes: readonly XmlNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === "text" || node.kind === "cdata") return isExpression(node.value) ? [node.value] : [];
    if (node.kind !== "element") return [];
    const values = node.attributes.map((attribute) => attribute.value).filter(isExpression);
    return [...values, ...textsOf(node.children)];
  });
}
