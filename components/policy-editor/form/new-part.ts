import type { ChildDefinition, ElementGrammar } from "@/policy/catalog/define";
import { definitionOf } from "@/policy/catalog/definitions";

const unit = "    ";

/** A new part with what it must have, left empty for the person to fill; a mere list starts with one item. */
export const newPart = ({ name, grammar }: ChildDefinition): string =>
  stylesheet(name) ?? write(name, grammar === "policy" ? (definitionOf(name) ?? nothing) : grammar, "");

const stylesheet = (name: string): string | null =>
  name === "xsl:stylesheet" || name === "xsl:transform"
    ? `<${name} version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">\n</${name}>`
    : null;

const nothing: ElementGrammar = { attributes: {} };

function write(name: string, { attributes, children, text, constraints = [] }: ElementGrammar, indent: string): string {
  const given = Object.entries(attributes === "any" ? {} : attributes)
    .filter(([, definition]) => definition.required === true)
    .map(([each]) => each);
  for (const constraint of constraints) {
    if (constraint.kind === "needs" || constraint.kind === "at-most-one") continue;
    const [first] = constraint.attributes;
    if (first !== undefined && !constraint.attributes.some((each) => given.includes(each))) given.push(first);
  }
  const start = `<${name}${given.map((each) => ` ${each}=""`).join("")}`;
  if (typeof children === "object") {
    const [only, ...others] = children.elements;
    const first = children.elements.filter((child) => child.min > 0 || (child === only && others.length === 0));
    const parts = first.filter(({ grammar }) => grammar !== "policy");
    if (parts.length > 0) {
      const inner = parts.map((child) => {
        const grammar = child.grammar === "policy" ? nothing : child.grammar;
        return `\n${indent}${unit}${write(child.name, grammar, indent + unit)}`;
      });
      return `${start}>${inner.join("")}\n${indent}</${name}>`;
    }
  }
  return text === undefined && children === undefined ? `${start} />` : `${start}></${name}>`;
}
