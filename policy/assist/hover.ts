import type { AttributeDefinition, ElementGrammar, ReferenceKind } from "@/policy/catalog/define";
import { definitionOf } from "@/policy/catalog/definitions";
import type { Knowledge, Standing } from "@/policy/knowledge";
import { attributeOf, type Span, type XmlAttribute, type XmlElement } from "@/policy/xml/nodes";
import { type Code, codeOfAttribute, codeOfContent, toCode } from "./code-at";
import { typeOf } from "./complete-attributes";
import { thingsOf } from "./complete-values";
import type { Hover, HoverFact } from "./completion";
import { hoverCode } from "./hover-code";
import { parsed } from "./parsed";
import { grammarAround, placeAt } from "./place";

/** What is known of what stands at an offset of a document. */
export function hover(text: string, offset: number, knowledge: Knowledge | null, _standing: Standing): Hover | null {
  const place = placeAt(parsed(text), offset);
  if (place === null) return null;
  const named = hoverNamedValue(text, offset, knowledge);
  if (named !== null) return named;
  switch (place.kind) {
    case "element-name": {
      const { element, around } = place;
      return element === null ? null : hoverElement(element.name, [...around, element], element.nameSpan);
    }
    case "closing-name": {
      const element = place.around.at(-1);
      return element === undefined
        ? null
        : hoverElement(element.name, place.around, { start: place.from, end: place.to });
    }
    case "attribute-name": {
      const { element, attribute, around } = place;
      if (attribute === null) return null;
      const { grammar } = grammarAround([...around, element]);
      return hoverAttribute(element, attribute, grammar, { start: place.from, end: place.to });
    }
    case "attribute-value": {
      const { element, attribute, around } = place;
      const code = codeOfAttribute(attribute);
      if (code !== null) return inCode(code, offset);
      const { grammar } = grammarAround([...around, element]);
      return (
        hoverReference(attribute, grammar, knowledge) ??
        hoverAttribute(element, attribute, grammar, attribute.valueSpan)
      );
    }
    case "content": {
      const element = place.around.at(-1);
      const code = element === undefined ? null : codeOfContent(element);
      return code === null ? null : inCode(code, offset);
    }
  }
}

function inCode(code: Code, offset: number): Hover | null {
  const found = hoverCode(code.code, toCode(code, offset));
  if (found === null) return null;
  const start = code.toSource(found.start);
  const end = code.toSource(found.end);
  // Within an entity behind the name nothing is named.
  return start <= offset && offset <= end ? { ...found, start, end } : null;
}

const namedValue = /\{\{([\w.-]{1,256})\}\}/g;

export function hoverNamedValue(text: string, offset: number, knowledge: Knowledge | null): Hover | null {
  const from = Math.max(0, offset - 260);
  for (const match of text.slice(from, offset + 260).matchAll(namedValue)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (offset < start || offset >= end) continue;
    const name = match[1] as string;
    const known = knowledge?.namedValues.find((one) => one.name === name);
    const facts: HoverFact[] = [];
    if (known !== undefined) facts.push({ kind: "exists" }, { kind: known.isSecret ? "secret" : "plain" });
    else if (knowledge !== null) facts.push({ kind: "missing" });
    return { kind: "named-value", title: name, facts, start, end };
  }
  return null;
}

function hoverElement(name: string, path: readonly XmlElement[], { start, end }: Span): Hover {
  const { grammar } = grammarAround(path);
  const policy = definitionOf(name);
  if (policy === undefined || grammar !== policy) {
    const owner = ownerOf(path);
    return {
      kind: "element",
      title: name,
      facts: [],
      start,
      end,
      ...(owner === undefined ? {} : { link: owner.docs }),
    };
  }
  const { purpose, docs, sections, scopes, once, lifecycle } = policy;
  const facts: HoverFact[] = [
    { kind: "sections", values: sections },
    { kind: "scopes", values: scopes },
  ];
  if (once !== undefined) facts.push({ kind: once === "section" ? "once-per-section" : "once-per-document" });
  if (lifecycle === "preview") facts.push({ kind: "preview" });
  return { kind: "element", title: name, documentation: purpose, policy: name, link: docs, facts, start, end };
}

/** The policy that an element is a part of. */
const ownerOf = (path: readonly XmlElement[]) =>
  path.map((_, at) => definitionOf(path[path.length - 1 - at]?.name ?? "")).find((one) => one !== undefined);

function hoverAttribute(
  element: XmlElement,
  { name }: XmlAttribute,
  grammar: ElementGrammar | null,
  { start, end }: Span,
): Hover | null {
  if (grammar === null || grammar.attributes === "any") return null;
  const definition = Object.hasOwn(grammar.attributes, name) ? grammar.attributes[name] : undefined;
  if (definition === undefined || attributeOf(element, name) === undefined) return null;
  const policy = definitionOf(element.name);
  return {
    kind: "attribute",
    title: name,
    attribute: name,
    facts: factsOf(definition),
    start,
    end,
    ...(policy === grammar ? { policy: element.name, link: policy.docs } : {}),
  };
}

function factsOf(definition: AttributeDefinition): HoverFact[] {
  const { required, allowed, expressions, default: usual } = definition;
  const facts: HoverFact[] = [];
  if (required === true) facts.push({ kind: "required" });
  if (allowed === undefined) facts.push({ kind: "type", value: typeOf(definition) });
  else facts.push({ kind: "allowed", values: allowed });
  if (usual !== undefined) facts.push({ kind: "default", value: usual });
  facts.push({ kind: expressions ? "expressions" : "no-expressions" });
  return facts;
}

function hoverReference(
  { name, value, valueSpan }: XmlAttribute,
  grammar: ElementGrammar | null,
  knowledge: Knowledge | null,
): Hover | null {
  const refersTo = grammar === null || grammar.attributes === "any" ? undefined : grammar.attributes[name]?.refersTo;
  if (refersTo === undefined || knowledge === null || value === "") return null;
  const known = thingsOf(knowledge, refersTo.kind).find((one) => one.name.toLowerCase() === value.toLowerCase());
  const facts: HoverFact[] = [{ kind: known === undefined ? "missing" : "exists" }];
  if (known?.title !== undefined) facts.push({ kind: "reference-title", value: known.title });
  return { kind: "reference", title: value, facts, ...valueSpan };
}

export interface Definition {
  kind: ReferenceKind | "named-value";
  name: string;
}

/** The thing that is named at an offset, where it has a page of its own. */
export function definitionAt(text: string, offset: number, knowledge: Knowledge | null): Definition | null {
  const named = hoverNamedValue(text, offset, knowledge);
  if (named !== null) return { kind: "named-value", name: named.title };
  const place = placeAt(parsed(text), offset);
  if (place?.kind !== "attribute-value") return null;
  const { grammar } = grammarAround([...place.around, place.element]);
  const { name, value } = place.attribute;
  const refersTo = grammar === null || grammar.attributes === "any" ? undefined : grammar.attributes[name]?.refersTo;
  if (refersTo === undefined || value === "" || value.startsWith("@")) return null;
  const things = knowledge === null ? [] : thingsOf(knowledge, refersTo.kind);
  const known = things.find((one) => one.name.toLowerCase() === value.toLowerCase());
  return { kind: refersTo.kind, name: known?.name ?? value };
}
