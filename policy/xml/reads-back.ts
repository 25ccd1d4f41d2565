import { elementsOf } from "./nodes";
import { parse } from "./parse";

/** Whether a value that is written as it is, between these quotes, is read as that value. */
export function attributeReads(value: string, quote: string): boolean {
  const { document, diagnostics } = parse(`<a b=${quote}${value}${quote}/>`);
  const [element] = elementsOf(document.nodes);
  return diagnostics.length === 0 && element?.attributes.length === 1 && element.attributes[0]?.value === value;
}

/** The same of the text inside an element. */
export function textReads(value: string): boolean {
  const { document, diagnostics } = parse(`<a>${value}</a>`);
  const [child, ...others] = elementsOf(document.nodes)[0]?.children ?? [];
  return diagnostics.length === 0 && others.length === 0 && child?.kind === "text" && child.value === value;
}
