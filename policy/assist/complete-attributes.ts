import type { AttributeDefinition, ElementGrammar } from "@/policy/catalog/define";
import { attributeOf, type XmlAttribute, type XmlElement } from "@/policy/xml/nodes";
import type { CompletionItem } from "./completion";
import { firstValue, neededAttributes } from "./new-element";

/** The attributes that an element may still be given, those it must have first; `written` is the one being named. */
export function attributeItems(
  grammar: ElementGrammar,
  element: XmlElement,
  written: XmlAttribute | null,
  suffix: string,
): CompletionItem[] {
  const { attributes } = grammar;
  if (attributes === "any") return [];
  const has = (name: string) => attributeOf(element, name) !== undefined && written?.name !== name;
  const needed = new Set(neededAttributes(grammar).map(([name]) => name));
  return Object.entries(attributes)
    .filter(([name, definition]) => !has(name) && definition.unsupported?.values !== "any" && fits(grammar, name, has))
    .map(([name, definition]) => item(name, definition, needed.has(name), suffix));
}

/** Whether no rule between attributes speaks against it. */
function fits({ constraints = [] }: ElementGrammar, name: string, has: (name: string) => boolean): boolean {
  return constraints.every((rule) => {
    if (rule.kind === "needs") return rule.attribute !== name || has(rule.needed);
    return rule.kind === "at-least-one" || !rule.attributes.includes(name) || !rule.attributes.some(has);
  });
}

function item(name: string, definition: AttributeDefinition, isNeeded: boolean, suffix: string): CompletionItem {
  const boost = isNeeded ? 20 : definition.form?.advanced === true ? -10 : 0;
  const value = definition.required === true ? "" : firstValue(definition);
  const start = name.length + 2;
  const base: CompletionItem = { label: name, kind: "attribute", detail: typeOf(definition), insert: name, boost };
  if (isNeeded) base.required = true;
  if (suffix === "=") return base;
  const offersMore =
    definition.allowed !== undefined || definition.type === "boolean" || definition.refersTo !== undefined;
  return {
    ...base,
    insert: `${name}="${value}"${suffix}`,
    fields: [{ start, end: start + value.length }],
    again: offersMore,
  };
}

export const typeOf = ({ type, allowed }: AttributeDefinition): string =>
  type === "enum" && allowed !== undefined ? allowed.join(" | ") : type;

/** What has to follow: nothing but the name where a value is there, and space where another attribute begins. */
export function attributeSuffix(source: string, at: number): "=" | " " | "" {
  if (/^\s*=/.test(source.slice(at, at + 50))) return "=";
  return /[\w]/.test(source[at] ?? "") ? " " : "";
}
