import type { AttributeDefinition, ElementGrammar } from "@/policy/catalog/define";
import { childGrammar } from "@/policy/catalog/grammar-in";
import type { Span } from "@/policy/xml/nodes";

export interface NewElement {
  text: string;
  /** What is to be filled in, in order. */
  fields: Span[];
}

const unit = "    ";

/** An element with what it must have, its values still to be given. It starts behind the "<". */
export function newElement(name: string, grammar: ElementGrammar | null, indent: string, newline = "\n"): NewElement {
  const writer = new Writer(newline);
  writer.element(name, grammar, indent);
  return {
    text: writer.text.slice(1),
    fields: writer.fields.map(({ start, end }) => ({ start: start - 1, end: end - 1 })),
  };
}

/** The attributes that must be there; of those of which one is needed, the first. */
export function neededAttributes({ attributes, constraints = [] }: ElementGrammar): [string, AttributeDefinition][] {
  if (attributes === "any") return [];
  const names = new Set(Object.keys(attributes).filter((name) => attributes[name]?.required === true));
  for (const constraint of constraints) {
    if (constraint.kind !== "exactly-one" && constraint.kind !== "at-least-one") continue;
    const [first] = constraint.attributes;
    if (first !== undefined && !constraint.attributes.some((name) => names.has(name))) names.add(first);
  }
  return Object.entries(attributes).filter(([name]) => names.has(name));
}

/** What stands in the quotes at first: nothing, but where only one thing can. */
export const firstValue = ({ type, allowed, default: usual }: AttributeDefinition): string =>
  usual ?? (type === "boolean" ? "true" : (allowed?.[0] ?? ""));

class Writer {
  text = "";
  readonly fields: Span[] = [];
  readonly #newline: string;

  constructor(newline: string) {
    this.#newline = newline;
  }

  element(name: string, grammar: ElementGrammar | null, indent: string): void {
    this.text += `<${name}`;
    for (const [attribute, definition] of grammar === null ? [] : neededAttributes(grammar)) {
      this.text += ` ${attribute}="`;
      this.#field(firstValue(definition));
      this.text += '"';
    }
    if (grammar !== null && grammar.children === undefined && grammar.text === undefined) {
      this.text += " />";
      return;
    }
    this.text += ">";
    this.#content(grammar, indent);
    this.text += `</${name}>`;
  }

  #content(grammar: ElementGrammar | null, indent: string): void {
    const line = this.#newline + indent;
    const parts = grammar === null ? [] : needed(grammar);
    if (parts.length > 0) {
      for (const part of parts) {
        this.text += line + unit;
        this.element(part, childGrammar(grammar, part), indent + unit);
      }
      this.text += line;
      return;
    }
    const isFlat = grammar !== null && (grammar.text !== undefined || grammar.children === "xml");
    if (!isFlat) this.text += line + unit;
    this.#field("");
    if (!isFlat) this.text += line;
  }

  #field(value: string): void {
    const start = this.text.length;
    this.text += value;
    this.fields.push({ start, end: this.text.length });
  }
}

function needed({ children }: ElementGrammar): string[] {
  if (typeof children !== "object") return [];
  return children.elements.flatMap(({ name, min }) => Array<string>(min).fill(name));
}
