import type {
  AttributeDefinition,
  ChildDefinition,
  ElementGrammar,
  ReferenceKind,
  TextDefinition,
} from "@/policy/catalog/define";
import { definitionOf } from "@/policy/catalog/definitions";
import type { Knowledge } from "@/policy/knowledge";
import { encodeAttribute, encodeText } from "@/policy/xml/entities";
import { attributeReads, textReads } from "@/policy/xml/reads-back";
import { firstValues } from "./first-values";

const unit = "    ";

/** What exists that a new element may refer to. */
export type Referable = Pick<Knowledge, "backends" | "fragments" | "certificates" | "loggers"> | null;

/** A policy as it is first written: what it cannot be without, with values that make sense until better ones are known. */
export function newElement(name: string, known: Referable = null): string {
  const definition = definitionOf(name);
  return definition === undefined ? `<${name} />` : written(name, definition, name, known, "");
}

/** The same of a part that only another policy has, such as when. */
export function newPart(name: string, grammar: ElementGrammar, parent: string, known: Referable = null): string {
  return written(name, grammar, `${parent}/${name}`, known, "");
}

function written(name: string, grammar: ElementGrammar, path: string, known: Referable, indent: string): string {
  const attributes = attributesOf(grammar, path, known);
  const open = `<${name}${attributes.map(([key, value]) => ` ${key}="${attributeText(value)}"`).join("")}`;
  const children = childrenOf(grammar, path);
  if (children.length > 0) {
    const inner = children.map(
      ({ name: child, grammar: its }) =>
        `${indent}${unit}${part(child, its, `${path}/${child}`, known, `${indent}${unit}`)}`,
    );
    return `${open}>\n${inner.join("\n")}\n${indent}</${name}>`;
  }
  const text = textOf(grammar.text, path);
  if (text !== null) return `${open}>${contentText(text)}</${name}>`;
  return grammar.children === "policies" ? `${open}>\n${indent}</${name}>` : `${open} />`;
}

function part(
  name: string,
  grammar: ChildDefinition["grammar"],
  path: string,
  known: Referable,
  indent: string,
): string {
  const its = grammar === "policy" ? definitionOf(name) : grammar;
  return its === undefined ? `<${name} />` : written(name, its, grammar === "policy" ? name : path, known, indent);
}

/** Those it must have, those that the first values name, and one of each group of which one is needed. */
function attributesOf(grammar: ElementGrammar, path: string, known: Referable): [string, string][] {
  const given = firstValues[path]?.attributes ?? {};
  if (grammar.attributes === "any") return Object.entries(given);
  const definitions = grammar.attributes;
  const chosen = new Set(
    Object.keys(definitions).filter((name) => definitions[name]?.required === true || Object.hasOwn(given, name)),
  );
  for (const constraint of grammar.constraints ?? []) {
    if (constraint.kind !== "exactly-one" && constraint.kind !== "at-least-one") continue;
    if (constraint.attributes.some((name) => chosen.has(name))) continue;
    const first = constraint.attributes.find((name) => definitions[name]?.unsupported?.values !== "any");
    if (first !== undefined) chosen.add(first);
  }
  return Object.entries(definitions)
    .filter(([name]) => chosen.has(name))
    .map(([name, definition]) => {
      const refers = definition.refersTo !== undefined;
      return [name, (refers ? undefined : given[name]) ?? firstValue(name, definition, known)];
    });
}

const childrenOf = (grammar: ElementGrammar, path: string): ChildDefinition[] => {
  if (typeof grammar.children !== "object") return [];
  const wanted = firstValues[path]?.children ?? [];
  return grammar.children.elements.filter(({ name, min }) => min > 0 || wanted.includes(name));
};

function textOf(text: TextDefinition | undefined, path: string): string | null {
  if (text === undefined) return null;
  const given = firstValues[path]?.text;
  if (given !== undefined) return given;
  return text.required === true || path.includes("/") ? firstValue("value", text, null) : null;
}

const lists = {
  backend: "backends",
  fragment: "fragments",
  certificate: "certificates",
  logger: "loggers",
} as const satisfies Record<ReferenceKind, keyof Knowledge>;

function firstValue(name: string, definition: AttributeDefinition | TextDefinition, known: Referable): string {
  const { type, allowed, min, form } = definition;
  if ("refersTo" in definition && definition.refersTo !== undefined) {
    const { kind } = definition.refersTo;
    return known?.[lists[kind]][0]?.name ?? kind;
  }
  if ("mayBeEmpty" in definition && definition.mayBeEmpty === true) return "";
  if ("default" in definition && definition.default !== undefined) return definition.default;
  if (allowed?.[0] !== undefined) return allowed[0];
  if (type === "boolean") return definition.expressions && form?.control === "code" ? "@(true)" : "false";
  if (type === "dateTime") return "2030-01-01T00:00:00Z";
  if (type === "float" || type === "double") return String(min ?? 0);
  if (type !== "string") return String(Math.max(min ?? 1, form?.control === "seconds" ? 60 : 1));
  if (form?.placeholder !== undefined) return form.placeholder;
  if (form?.control === "url") return "https://example.com";
  if (form?.control === "header-name") return "x-example";
  return name;
}

const attributeText = (value: string): string => (attributeReads(value, '"') ? value : encodeAttribute(value, '"'));
const contentText = (value: string): string => (textReads(value) ? value : encodeText(value));
