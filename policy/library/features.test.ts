import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { declarations } from "./definitions";
import { typeText } from "./member-key";
import { parseDeclaration } from "./parse-declaration";
import type { ParsedType } from "./parsed-type";

const types: ParsedType[] = declarations.flatMap(parseDeclaration);
const named = (name: string): ParsedType[] => types.filter((type) => type.name === name);
const simple = (text: string): string => (text.replace(/<.*$/, "").split(".").at(-1) as string).replace(/\[\]$/, "");

const keywords: Record<string, string> = {
  string: "String",
  int: "Int32",
  long: "Int64",
  double: "Double",
  bool: "Boolean",
  byte: "Byte",
  char: "Char",
  object: "Object",
  short: "Int16",
  uint: "UInt32",
  decimal: "Decimal",
};

/** The type's own members and those that it inherits, and every extension method. */
function membersOf(name: string, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  if (seen.has(name)) return found;
  seen.add(name);
  for (const type of named(keywords[name] ?? name)) {
    for (const member of type.members) found.add(member.name);
    for (const base of type.bases) for (const member of membersOf(simple(typeText(base)), seen)) found.add(member);
  }
  if (name !== "Object") for (const member of membersOf("Object", seen)) found.add(member);
  return found;
}
const extensions = new Set(
  types
    .flatMap((type) => type.members.filter((member) => member.kind === "method" && member.isExtension))
    .map(({ name }) => name),
);

/** What the measurement calls by names of its own. */
const aliases: Record<string, string> = {
  Variables: "IReadOnlyDictionary",
  Headers: "IReadOnlyDictionary",
  "Headers(IReadOnlyDictionary": "IReadOnlyDictionary",
  IContextApi: "IContextApi",
  Array: "Array",
  "byte[]": "EncryptionExtensions",
};
/** Slips of single authors, which no compiler takes, or types that Azure does not allow. */
const notCode = new Set(["IRequest.MatchedParameters()", "IDictionary.ToFormUrlEncodedContent()"]);

const file = path.resolve(import.meta.dirname, "../../../shared/reference/expression-features.tsv");
const lines = fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n") : [];
const features = lines
  .map((line) => line.split("\t")[0] as string)
  .filter((feature) => /^(member|static|new|decl|catch):[A-Za-z]/.test(feature));
const missing = lines.length === 0 ? ` (skipped: ${file} is not there)` : "";

describe.skipIf(lines.length === 0)(`what real policies use is declared${missing}`, () => {
  test("the measurement is read", () => expect(features.length).toBeGreaterThan(300));

  test.each(features)("%s", (feature) => {
    const [kind, text] = feature.split(/:(.*)/s) as [string, string];
    if (notCode.has(text)) return;
    if (kind === "member" || kind === "static") {
      const generic = text.replace(/<[^>]*>(?=\(\)$)/, "").replace(/\(\)<T>$/, "");
      const dot = generic.lastIndexOf(".");
      const owner = generic.slice(0, dot).replace(/<.*$/, "").replace(/\)$/, "");
      const name = generic.slice(dot + 1).replace(/\(\)$/, "");
      if (owner === "" || owner === "?") return;
      const members = membersOf(aliases[owner] ?? owner);
      const wanted = name === "[indexer]" ? "this" : name;
      const isArrayIndexer = owner === "Array" && wanted === "this";
      expect(isArrayIndexer || members.has(wanted) || extensions.has(wanted), `${owner}.${wanted}`).toBe(true);
      return;
    }
    const type = text
      .replace(/\(\d+\)$/, "")
      .replace(/ \{.*$/, "")
      .replace(/<.*$/, "")
      .replace(/\[\]$/, "");
    if (["var", "", "anonymous type"].includes(type)) return;
    expect(named(keywords[type] ?? type).length, type).toBeGreaterThan(0);
  });
});
