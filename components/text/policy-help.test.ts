import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { AttributeDefinition, ElementGrammar, TextDefinition } from "@/policy/catalog/define";
import { allDefinitions } from "@/policy/catalog/definitions";

const folder = `${import.meta.dirname}/../../messages`;
const read = (locale: string): unknown => JSON.parse(readFileSync(`${folder}/${locale}/policy-help.json`, "utf8"));
const locales = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(`${folder}/${entry.name}`).includes("policy-help.json"))
  .map(({ name }) => name);

type Words = ReadonlyMap<string, string>;

/** Every text by the way to it; a space cannot be in a name, so that no way is another's. */
function wordsIn(value: unknown, way: string, words: Map<string, string>): Words {
  if (typeof value !== "object" || value === null) return words.set(way, String(value));
  for (const [name, member] of Object.entries(value)) wordsIn(member, way === "" ? name : `${way} ${name}`, words);
  return words;
}

function expectedWords(): Set<string> {
  const expected = new Set<string>();
  const value = (way: string, { allowed = [] }: AttributeDefinition | TextDefinition) => {
    expected.add(`${way} label`).add(`${way} help`);
    for (const choice of allowed) expected.add(`${way} values ${choice}`);
  };
  const element = (grammar: ElementGrammar, policy: string, path: string) => {
    const way = path === "" ? policy : `${policy} parts ${path}`;
    for (const [name, attribute] of grammar.attributes === "any" ? [] : Object.entries(grammar.attributes)) {
      if (path !== "" || name !== "id") value(`${way} attributes ${name}`, attribute);
    }
    if (grammar.text !== undefined) value(`${way} text`, grammar.text);
    for (const child of typeof grammar.children === "object" ? grammar.children.elements : []) {
      if (child.grammar === "policy") continue;
      const inside = path === "" ? child.name : `${path}/${child.name}`;
      expected.add(`${policy} parts ${inside} label`).add(`${policy} parts ${inside} help`);
      element(child.grammar, policy, inside);
    }
  };
  for (const definition of allDefinitions) {
    expected.add(`${definition.name} title`).add(`${definition.name} purpose`);
    element(definition, definition.name, "");
  }
  return expected.add("common attributes id label").add("common attributes id help");
}

const kindOf = (way: string): string => (/ values [^ ]+$/.test(way) ? "value" : (way.split(" ").at(-1) as string));
const longest: Readonly<Record<string, number>> = { title: 40, label: 40, value: 40, purpose: 140, help: 200 };
const isSentence = (kind: string): boolean => kind === "help" || kind === "purpose";

/** What is wrong with one text, or null; the full stop of Chinese and Japanese is one too. Other languages need more room. */
function faultOf(kind: string, text: string, locale = "en"): string | null {
  const most = (longest[kind] ?? 0) * (locale === "en" ? 1 : 1.4);
  if (text.trim() === "" || text !== text.trim()) return "is empty or has spaces around it";
  if ([...text].length > most) return `is longer than ${most}`;
  if (/[.。।]$/.test(text) !== isSentence(kind))
    return isSentence(kind) ? "lacks its full stop" : "ends in a full stop";
  return /[!！]/.test(text) ? "shouts" : null;
}

test("there are words in English", () => {
  expect(locales).toContain("en");
});

test.each(locales)("in %s every policy, attribute, part, text and value has words, and nothing else has", (locale) => {
  const expected = expectedWords();
  const words = wordsIn(read(locale), "", new Map());
  expect([...expected].filter((way) => !words.has(way))).toEqual([]);
  expect([...words.keys()].filter((way) => !expected.has(way))).toEqual([]);
});

test.each(locales)("in %s labels are short and helps are sentences", (locale) => {
  const wrong = [...wordsIn(read(locale), "", new Map())].flatMap(([way, text]) => {
    const fault = faultOf(kindOf(way), text, locale);
    return fault === null ? [] : [`${way} ${fault}: ${text}`];
  });
  expect(wrong).toEqual([]);
});

test("the English words stand in the order of the policies' names", () => {
  const [first, ...names] = Object.keys(read("en") as object);
  expect(first).toBe("common");
  expect(names).toEqual([...names].sort());
});

test("texts that break the rules are found", () => {
  expect(faultOf("label", "Ends in a stop.")).not.toBeNull();
  expect(faultOf("help", "No stop")).not.toBeNull();
  expect(faultOf("label", "a".repeat(41))).not.toBeNull();
  expect(faultOf("help", `${"a".repeat(200)}.`)).not.toBeNull();
  expect(faultOf("purpose", `${"a".repeat(140)}.`)).not.toBeNull();
  expect(faultOf("value", " ")).not.toBeNull();
  expect(faultOf("help", "A sentence.")).toBeNull();
});
