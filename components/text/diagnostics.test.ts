import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import diagnostics from "@/messages/en/diagnostics.json";
import { check } from "@/policy/check";
import type { CheckOptions } from "@/policy/check/checker";
import { messages } from "@/policy/diagnostics";
import { checkExpression } from "@/policy/expression/check-expression";
import { wrapRow } from "@/policy/expression/testing/outcome";
import type { Row } from "@/policy/expression/testing/rows/row";
import { defaultGlobalPolicy } from "@/policy/scopes";
import { corpus } from "@/policy/testing/corpus";
import { mutated } from "@/policy/testing/mutate";
import { Random } from "@/policy/testing/random";
import { samples } from "@/policy/testing/samples";
import { localiserOf } from "./localiser";

/** A language in which every sentence begins with a mark: what lacks one has no translation. */
const marked = Object.fromEntries(
  Object.entries(diagnostics).map(([code, templates]) => [code, templates.map((text) => `#${text}`)]),
);
const say = localiserOf(diagnostics, marked);
const policyFolder = path.resolve(import.meta.dirname, "../../policy");

/** Messages without a template, once each, with the code that they came with. */
function unsaid(found: Iterable<{ code: string; message: string }>): string[] {
  const missing = new Set<string>();
  for (const { code, message } of found) {
    const said = say(message, code);
    // Of a value that is wrong the reason stands at the end, and is a sentence of its own.
    const hasReason = code === "attribute-invalid" || code === "value-invalid";
    if (!said.startsWith("#") || (hasReason && said.lastIndexOf("#") === 0 && / - /.test(message)))
      missing.add(`${code} ${message}`);
  }
  return [...missing];
}

test("every message of the language's own table can be said in another language", () => {
  const given: Partial<Record<keyof typeof messages, readonly unknown[]>> = {
    "xml-malformed": ["Unexpected end tag."],
    "value-invalid": ["It must not be empty."],
    "attribute-invalid": ["calls", "x", "int32", "It is not a number."],
    "document-too-large": [1_024],
    "nested-too-deep": [100],
  };
  const found = Object.entries(messages).flatMap(([code, message]) => {
    if (code === "xml-malformed" || code === "value-invalid") return [];
    const make = message as (...args: unknown[]) => string;
    const own = given[code as keyof typeof messages];
    if (own !== undefined) return [{ code, message: make(...own) }];
    const ways = [
      ["one", ["two", "three"], 1],
      ["one", "two", ["three"]],
      [["one"], "two"],
      ["policies", ["two"]],
      [null, null],
      ["one", "two", 2],
      ["one", "two", "three", "four"],
      ["one", []],
    ];
    return ways.flatMap((args) => {
      try {
        return [{ code, message: make(...args) }];
      } catch {
        // It takes other arguments.
        return [];
      }
    });
  });
  expect(unsaid(found)).toEqual([]);
});

test("so can whatever the check says of two thousand broken documents", () => {
  const known = { namedValues: "any", backends: "any", fragments: () => false, certificates: () => false } as const;
  const options: CheckOptions[] = [
    { scope: "global", kind: "policies", known },
    { scope: "operation", kind: "fragment", known: { ...known, namedValues: () => false, backends: () => false } },
  ];
  const published = corpus().filter(({ text }) => text.length < 3_000);
  const originals = [defaultGlobalPolicy, ...samples, ...samples, ...published.map(({ text }) => text)];
  const random = new Random(7);
  const found = Array.from({ length: 2_000 }, () => mutated(random, originals)).flatMap((text) =>
    options.flatMap((each) => check(text, each)),
  );
  expect(new Set(found.map(({ code }) => code)).size).toBeGreaterThan(30);
  expect(unsaid(found)).toEqual([]);
});

test("so can what the compiler says of expressions", async () => {
  const folder = path.join(policyFolder, "expression/testing/rows");
  const texts: string[] = [];
  for (const file of fs.readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
    const { rows = [] } = (await import(path.join(folder, file))) as { rows?: readonly Row[] };
    texts.push(...rows.filter(([, expected]) => expected.startsWith("error")).map(([text]) => wrapRow(text)));
  }
  const found = [...texts, ...writtenInTests()].flatMap((text) => checkExpression(text).problems);
  expect(new Set(found.map(({ code }) => code)).size).toBeGreaterThan(80);
  expect(unsaid(found)).toEqual([]);
});

/** The expressions in the tests of the language, most of which are wrong on purpose. */
function writtenInTests(): string[] {
  return fs
    .readdirSync(path.join(policyFolder, "expression"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .flatMap((file) => {
      const source = fs.readFileSync(path.join(policyFolder, "expression", file), "utf8");
      return [...source.matchAll(/(["'`])(@[({](?:\\.|(?!\1)[^\\\n])*)\1/g)].map(([, , text = ""]) =>
        text.replaceAll("\\n", "\n").replace(/\\(.)/g, "$1"),
      );
    });
}
