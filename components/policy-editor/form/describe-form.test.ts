import { describe, expect, test } from "vitest";
import type { ChildDefinition, ElementGrammar } from "@/policy/catalog/define";
import { allDefinitions, definitionOf } from "@/policy/catalog/definitions";
import { grammarIn } from "@/policy/catalog/grammar-in";
import { corpus, noCorpus } from "@/policy/testing/corpus";
import { insert, remove } from "@/policy/xml/edit";
import { pathOf } from "@/policy/xml/element-path";
import { elementsOf, type XmlElement, type XmlNode } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { printNodes } from "@/policy/xml/print";
import { applyEdits } from "@/policy/xml/text-edit";
import { newElement } from "../visual/new-element";
import { describeForm, type FormField, type FormModel } from "./describe-form";
import { newPart } from "./new-part";
import { standingOf } from "./standing-of";
import { emptied, writeField } from "./write-field";

const rootOf = (text: string): XmlElement => {
  const { document, diagnostics } = parse(text);
  const [root] = elementsOf(document.nodes);
  if (root === undefined || diagnostics.length > 0) throw new Error(`No element: ${text}`);
  return root;
};
const fieldsOf = ({ attributes, text }: FormModel): FormField[] => [...attributes, ...(text === null ? [] : [text])];
const childrenOf = ({ children }: ElementGrammar): readonly ChildDefinition[] =>
  typeof children === "object" ? children.elements : [];

/** Every grammar of the language, by its place: "cors", "cors/allowed-origins". */
function* grammars(): Generator<[string, string, ElementGrammar]> {
  function* below(place: string, name: string, grammar: ElementGrammar): Generator<[string, string, ElementGrammar]> {
    yield [place, name, grammar];
    for (const child of childrenOf(grammar)) {
      if (child.grammar !== "policy") yield* below(`${place}/${child.name}`, child.name, child.grammar);
    }
  }
  for (const definition of allDefinitions) yield* below(definition.name, definition.name, definition);
}
const everyGrammar = [...grammars()];

/** An element with every attribute that its grammar has, and one child of each name. */
function full(name: string, { attributes, children, text }: ElementGrammar): string {
  const names = attributes === "any" ? ["version"] : Object.keys(attributes);
  const inner =
    typeof children === "object"
      ? children.elements
          .map((child) => (child.grammar === "policy" ? newElement(child.name) : newPart(child)))
          .join("")
      : children === "policies"
        ? "<base />"
        : text === undefined
          ? ""
          : "some text";
  return `<${name}${names.map((each) => ` ${each}="of ${each}"`).join("")}>${inner}</${name}>`;
}

describe("a form is drawn from the grammar, and leaves nothing out", () => {
  test.each(everyGrammar)("%s", (_place, name, grammar) => {
    const form = describeForm(rootOf(full(name, grammar)), grammar, "");
    const attributes = grammar.attributes === "any" ? ["version"] : Object.keys(grammar.attributes);
    expect(form.attributes.map((field) => [field.name, field.value])).toEqual(attributes.map((a) => [a, `of ${a}`]));
    expect(form.text !== null).toBe(grammar.text !== undefined || grammar.children === "xml");
    const shown = [
      ...form.parts.map((part) => part.definition.name),
      ...new Set(form.inside?.items.map((item) => item.element.name)),
    ];
    const expected = grammar.children === "policies" ? ["base"] : childrenOf(grammar).map((child) => child.name);
    expect(shown.toSorted()).toEqual(expected.toSorted());
    expect(form.strangers).toEqual([]);
    expect(grammar.children === "policies" ? form.inside?.mayAdd : "any").toBe("any");
    for (const choice of form.choices) expect(attributes).toEqual(expect.arrayContaining([...choice.attributes]));
  });

  test("an empty element offers all that may come", () => {
    for (const [place, name, grammar] of everyGrammar) {
      const form = describeForm(rootOf(`<${name} />`), grammar, "");
      const policies = form.inside === null || form.inside.mayAdd === "any" ? [] : form.inside.mayAdd;
      const offered = [...form.parts.filter((part) => part.mayAdd).map((part) => part.definition.name)];
      const all = [...offered, ...policies.map((policy) => policy.name)];
      expect(all.toSorted(), place).toEqual(
        childrenOf(grammar)
          .map((child) => child.name)
          .toSorted(),
      );
    }
  });
});

/** An element as a list of what it says, to see what an edit changed. */
const said = (element: XmlElement) => ({
  attributes: Object.fromEntries(element.attributes.map(({ name, value }) => [name, value])),
  inside: printNodes(element.children),
});

const values = ["plain", `a "quoted" & <b> it's`, "{{a-name}}", `@(context.Variables["x"] as string)`, "two words "];

describe("a field's edit changes that field and nothing else", () => {
  test.each(everyGrammar)("%s", (_place, name, grammar) => {
    const source = full(name, grammar);
    const before = rootOf(source);
    for (const field of fieldsOf(describeForm(before, grammar, ""))) {
      for (const value of values) {
        const after = rootOf(applyEdits(source, writeField(before, field, value)));
        const read = fieldsOf(describeForm(after, grammar, "")).find(
          (each) => each.kind === field.kind && each.name === field.name,
        );
        expect(read?.value).toBe(field.kind === "text" ? value.trim() : value);
        const expected = said(before);
        if (field.kind === "attribute") expected.attributes[field.name] = value;
        else expected.inside = said(after).inside;
        expect(said(after)).toEqual(expected);
        expect(names(after.children)).toEqual(names(before.children));
      }
      if (field.kind === "text") continue;
      const cleared = rootOf(applyEdits(source, writeField(before, field, emptied(field))));
      const expected = said(before);
      if (field.required) expected.attributes[field.name] = "";
      else delete expected.attributes[field.name];
      expect(said(cleared)).toEqual(expected);
    }
  });
});
const names = (nodes: readonly XmlNode[]): string[] =>
  nodes.flatMap((node) => (node.kind === "element" ? [node.name, ...names(node.children)] : []));

describe("a part is added where the grammar has it, and taken away again without a trace", () => {
  test.each(everyGrammar)("%s", (_place, name, grammar) => {
    const source = `<r>\n  ${full(name, grammar)}\n</r>`;
    const { document } = parse(source);
    const parent = elementsOf(rootOfDocument(document).children)[0] as XmlElement;
    for (const part of describeForm(parent, grammar, "").parts) {
      const edits = insert(document, parent, part.insertAt, newPart(part.definition));
      const after = parse(applyEdits(source, edits));
      expect(after.diagnostics).toEqual([]);
      const grown = elementsOf(rootOfDocument(after.document).children)[0] as XmlElement;
      const order = elementsOf(grown.children).map((child) => child.name);
      expect(order.filter((each) => each === part.definition.name)).toHaveLength(2);
      const position = (child: string) => childrenOf(grammar).findIndex((each) => each.name === child);
      expect(order.map(position)).toEqual(order.map(position).toSorted((a, b) => a - b));
      const added = elementsOf(grown.children)[part.insertAt] as XmlElement;
      const back = parse(applyEdits(after.document.source, remove(after.document, added))).document;
      expect(names(back.nodes)).toEqual(names(document.nodes));
    }
  });
});
const rootOfDocument = (document: { nodes: XmlNode[] }): XmlElement => elementsOf(document.nodes)[0] as XmlElement;

const documents = corpus();

test.skipIf(documents.length === 0)(
  `reading every field of real documents and writing it back changes no byte${noCorpus(documents)}`,
  () => {
    let count = 0;
    for (const { file, text } of documents) {
      const { document } = parse(text);
      for (const { element, grammar } of grammarIn(elementsOf(document.nodes))) {
        if (grammar === null) continue;
        for (const field of fieldsOf(describeForm(element, grammar, ""))) {
          expect(writeField(element, field, field.value), `${file} ${element.name} ${field.name}`).toEqual([]);
          count++;
        }
      }
    }
    expect(count).toBeGreaterThan(5_000);
  },
);

test.skipIf(documents.length === 0)(
  `another value in any field of real documents, and the old one again, says the same${noCorpus(documents)}`,
  () => {
    for (const { file, text } of documents) {
      const { document } = parse(text);
      for (const { element, grammar } of grammarIn(elementsOf(document.nodes))) {
        const path = pathOf(document, element);
        if (grammar === null || path === null) continue;
        for (const field of fieldsOf(describeForm(element, grammar, path))) {
          if (field.value === null || field.value === "") continue;
          const changed = parse(applyEdits(text, writeField(element, field, `${field.value}x`))).document;
          const there = standingOf(changed, path);
          if (there === null || there.grammar === null) throw new Error(`${file}: ${path} is gone`);
          const read = fieldsOf(describeForm(there.element, there.grammar, path)).find(
            (each) => each.kind === field.kind && each.name === field.name,
          );
          expect(read?.value, `${file} ${path} ${field.name}`).toBe(`${field.value}x`);
          const back = parse(applyEdits(changed.source, writeField(there.element, field, field.value))).document;
          expect(standingOf(back, path)?.element.attributes.map(({ value }) => value)).toEqual(
            element.attributes.map(({ value }) => value),
          );
        }
      }
    }
  },
);

test("a policy of a document stands under its own grammar, a part under its policy's", () => {
  const { document } = parse(
    `<policies><inbound><choose><when condition="@(true)"><validate-jwt><required-claims><claim name="a"/></required-claims></validate-jwt></when></choose><what /></inbound><other/></policies>`,
  );
  const at = (path: string) => {
    const standing = standingOf(document, path);
    return standing && [standing.kind, standing.policy?.name, standing.within];
  };
  expect(at("")).toEqual(["root", undefined, ""]);
  expect(at("inbound[1]")).toEqual(["section", undefined, ""]);
  expect(at("inbound[1]/choose[1]")).toEqual(["policy", "choose", ""]);
  expect(at("inbound[1]/choose[1]/when[1]")).toEqual(["part", "choose", "when"]);
  const claim = "inbound[1]/choose[1]/when[1]/validate-jwt[1]/required-claims[1]/claim[1]";
  expect(at(claim)).toEqual(["part", "validate-jwt", "required-claims/claim"]);
  expect(standingOf(document, claim)?.around.map(({ name }) => name)).toEqual([
    "policies",
    "inbound",
    "choose",
    "when",
    "validate-jwt",
    "required-claims",
  ]);
  expect([at("inbound[1]/what[1]"), at("other[1]"), at("inbound[2]")]).toEqual([
    ["unknown", undefined, ""],
    ["unknown", undefined, ""],
    null,
  ]);
  expect(definitionOf("choose")?.children).toBeDefined();
});
