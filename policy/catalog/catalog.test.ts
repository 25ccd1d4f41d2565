import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { ChildDefinition, ElementGrammar } from "./define";
import { allDefinitions, definitionOf, definitions } from "./definitions";

interface ReferenceElement {
  name: string;
  attributes?: { name: string; type: string; required: boolean; required_xsd?: boolean; allowed?: string[] }[];
  children?: ReferenceChild[];
}
interface ReferenceChild extends ReferenceElement {
  min: number;
  max: number | "unbounded";
  policy_ref?: string;
  any_xml?: boolean;
}
interface ReferencePolicy extends ReferenceElement {
  sections: string[];
  scopes: string[];
}

const file = path.resolve(import.meta.dirname, "../../../shared/reference/policy-catalog.json");
const reference: ReferencePolicy[] = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")).policies : [];
const missing = reference.length === 0 ? ` (skipped: ${file} is not there)` : "";

describe.skipIf(reference.length === 0)(`every fact about a policy is in its definition${missing}`, () => {
  test("all policies are there, and no other", () => {
    expect(Object.keys(definitions).sort()).toEqual(reference.map(({ name }) => name).sort());
  });

  test.each(reference.map((policy) => [policy.name, policy] as const))("%s", (name, policy) => {
    const definition = definitionOf(name);
    if (definition === undefined) throw new Error(`There is no ${name}.`);
    const sections = policy.sections.filter((section) => !["?", "child"].includes(section));
    // Two stand in more sections in what Microsoft publishes than their pages say.
    for (const section of sections) expect(definition.sections).toContain(section);
    const wider = ["set-body", "authentication-managed-identity", "xsl-transform"].includes(name);
    if (policy.sections.length === sections.length && !wider) {
      expect([...definition.sections].sort()).toEqual([...sections].sort());
    }
    for (const scope of policy.scopes) {
      if (!["workspace", "resolver", "?", "child"].includes(scope)) expect(definition.scopes).toContain(scope);
    }
    // "id" is common to all policies and is not listed by all of them.
    // Its page shows an attribute that the schema lacks, and the reference tells of it in a sentence.
    const more = name === "invoke-dapr-binding" ? ["content-type"] : [];
    compare(definition, { ...policy, attributes: policy.attributes?.filter((attribute) => attribute.name !== "id") }, [
      "id",
      ...more,
    ]);
  });
});

function compare(grammar: ElementGrammar, element: ReferenceElement, more: string[] = []): void {
  const { attributes } = grammar;
  if (attributes === "any") return;
  const given = element.attributes ?? [];
  const expected = given.map(({ name }) => name);
  const own = Object.keys(attributes).filter((name) => name !== "template" || !templatedParts.has(element.name));
  expect(own.sort(), element.name).toEqual([...new Set([...expected, ...more])].sort());
  for (const attribute of given) {
    const own = attributes[attribute.name];
    for (const value of attribute.allowed ?? []) expect(own?.allowed, attribute.name).toContain(value);
    // Where the page and the schema disagree, either is right.
    const { required, required_xsd = required } = attribute;
    // Nested quotas go without a period in what Microsoft publishes.
    if (attribute.name === "renewal-period" && !own?.required) continue;
    expect([required, required_xsd], `${element.name} ${attribute.name}`).toContain(own?.required ?? false);
    if (own?.default !== undefined && own.allowed !== undefined) expect(own.allowed).toContain(own.default);
  }
  for (const child of element.children ?? []) compareChild(grammar, child);
}

/** Of cosmosdb-data-source: its page shows templates there, the reference does not. */
const templatedParts = new Set([
  "partition-key",
  "etag",
  "id",
  "max-item-count",
  "continuation-token",
  "sql-statement",
]);

function compareChild(grammar: ElementGrammar, child: ReferenceChild): void {
  if (typeof grammar.children !== "object") {
    expect(["policies", "xml"]).toContain(grammar.children);
    return;
  }
  const own = grammar.children.elements.find(({ name }) => name === child.name) as ChildDefinition;
  expect(own, child.name).toBeDefined();
  expect(own.max === "unbounded" || own.max >= Number(child.max), child.name).toBe(true);
  if (own.grammar === "policy") {
    expect(definitionOf(child.name), child.name).toBeDefined();
    expect(child.policy_ref, child.name).toBe(child.name);
  } else compare(own.grammar, child);
}

test("every policy says in one sentence what it is for, and where it is described", () => {
  for (const { name, purpose, docs, attributes } of allDefinitions) {
    expect(purpose, name).toMatch(/^[A-Z].{10,120}\.$/);
    expect(docs, name).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\/api-management\//);
    for (const [attribute, { type, allowed }] of Object.entries(attributes)) {
      expect(type === "enum", `${name} ${attribute}`).toBe(allowed !== undefined);
    }
  }
});
