import { wrappedValue } from "@/policy/catalog/content";
import { isExpression } from "@/policy/expression/is-expression";
import { contentText, setContent, setText } from "@/policy/xml/edit";
import { elementsOf, textOf, type XmlCdata, type XmlElement, type XmlText } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { printNodes } from "@/policy/xml/print";
import type { TextEdit } from "@/policy/xml/text-edit";

/** What stands inside an element as a person reads it: its text, or its markup where it holds any. */
export function readContent(element: XmlElement, mayHoldMarkup: boolean): string {
  const holder = wrappedValue(element) ?? element;
  if (mayHoldMarkup && elementsOf(holder.children).length > 0) return printNodes(holder.children).trim();
  const [only, ...more] = writtenIn(holder);
  return only?.kind === "cdata" && more.length === 0 ? only.value : textOf(holder).trim();
}

/** Writes it, touching nothing when it is what stands there. */
export function writeContent(element: XmlElement, value: string, mayHoldMarkup: boolean): TextEdit[] {
  const holder = wrappedValue(element) ?? element;
  if (readContent(element, mayHoldMarkup) === value) return [];
  const [only] = writtenIn(holder);
  if (only?.kind === "cdata") return setText(holder, value);
  if (mayHoldMarkup && !isExpression(value) && isMarkup(value)) return setContent(holder, value.trim());
  if (mayHoldMarkup && elementsOf(holder.children).length > 0) return setContent(holder, contentText(value.trim()));
  return setText(holder, value.trim());
}

/** How a content is compared with what was written: white space around it is layout. */
export const sameContent = (a: string, b: string): boolean => a === b || a.trim() === b.trim();

const writtenIn = ({ children }: XmlElement): (XmlText | XmlCdata)[] =>
  children.filter((child): child is XmlText | XmlCdata => "value" in child && child.value.trim() !== "");

/** Whether a text is elements that would be read back as they are. */
function isMarkup(value: string): boolean {
  if (!value.includes("<")) return false;
  const { document, diagnostics } = parse(`<a>${value}</a>`);
  const [root, ...others] = elementsOf(document.nodes);
  if (root === undefined || diagnostics.length > 0 || others.length > 0) return false;
  return elementsOf(root.children).length > 0 && printNodes(root.children) === value;
}
