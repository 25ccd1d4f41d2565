import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compiledOutcome, evaluatedOutcome } from "@/policy/expression/testing/outcome";
import { testLibrary } from "@/policy/expression/testing/test-library";
import { exchangeFromJson } from "@/policy/kits/message/exchange-from-json";
import { corpus, noCorpus } from "@/policy/testing/corpus";
import { allDefinitions } from "./catalog/definitions";
import { check } from "./check";
import { describe as describeDiagnostic } from "./diagnostics";
import { kindOf } from "./document-kind";
import { checkExpression } from "./expression/check-expression";
import { policyReferences } from "./references";
import { toEscaped, toRaw } from "./xml/convert";
import { setAttribute, setText } from "./xml/edit";
import { format } from "./xml/format";
import { attributeOf, elementsOf, textOf } from "./xml/nodes";
import { parse } from "./xml/parse";
import { print } from "./xml/print";
import { applyEdits } from "./xml/text-edit";

const known = { namedValues: "any", backends: "any", fragments: "any", certificates: "any" } as const;
const runs = (numRuns: number) => ({ numRuns, seed: 20_261_121 });

/** All of the language looks at a text: nothing throws, nothing is lost, and every problem has a place. */
function survives(text: string): void {
  expect(print(parse(text).document)).toBe(text);
  for (const found of check(text, { kind: kindOf(text), scope: "any", known })) {
    const { start, end } = found.span;
    expect(start >= 0 && start <= end && end <= text.length, `${found.code} ${start}-${end} in ${text}`).toBe(true);
    expect(found.line > 0 && found.column > 0 && found.message.length > 0).toBe(true);
    expect(describeDiagnostic(found)).toContain("line");
  }
  policyReferences(text);
  format(text);
  toEscaped(toRaw(text));
}

const names = allDefinitions.map(({ name }) => name);
const attributeNames = [...new Set(allDefinitions.flatMap(({ attributes }) => Object.keys(attributes)))];
const pieces = [
  "@(",
  "@{",
  "return ",
  "context",
  ".Request",
  '["a"]',
  '"',
  "'",
  "(",
  ")",
  "}",
  "{{n}}",
  "<",
  "&amp;",
  "&&",
  "=>",
  '$"{',
  "//",
  "\n",
  "1",
  "as",
  "is",
  "?.",
  "??",
  ";",
  "var x = ",
];
const soup = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 12 })
  .map((parts) => parts.join(""));
const value = fc.oneof(
  soup,
  fc.constantFrom("true", "60", "{{name}}", "@(true)", "@(context.RequestId)", ""),
  fc.string(),
);

const { document } = fc.letrec<{ node: string; document: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    value,
    fc.constantFrom("<!-- c -->", "<![CDATA[<x>]]>", " \n "),
    fc
      .record({
        name: fc.oneof(
          fc.constantFrom(...names, "when", "otherwise", "value", "inbound"),
          fc.stringMatching(/^[a-z-]{1,8}$/),
        ),
        attributes: fc.array(
          fc.tuple(fc.constantFrom(...attributeNames, "constructor"), value, fc.constantFrom("'", '"')),
          { maxLength: 3 },
        ),
        children: fc.array(tie("node"), { maxLength: 4 }),
      })
      .map(({ name, attributes, children }) => {
        const written = attributes.map(([key, text, quote]) => ` ${key}=${quote}${text}${quote}`).join("");
        return children.length === 0 ? `<${name}${written} />` : `<${name}${written}>${children.join("")}</${name}>`;
      }),
  ),
  document: fc
    .tuple(
      fc.constantFrom("policies", "fragment", "x"),
      fc.constantFrom("inbound", "backend", "on-error", "y"),
      fc.array(tie("node"), { maxLength: 5 }),
    )
    .map(([root, section, nodes]) => `<${root}><${section}>${nodes.join("\n")}</${section}></${root}>`),
}));

describe("documents", () => {
  test("made at random", () => fc.assert(fc.property(document, survives), runs(3_000)));
  test("that are no documents", () =>
    fc.assert(fc.property(fc.oneof(soup, fc.string({ unit: "binary" })), survives), runs(3_000)));

  const published = corpus().filter(({ text }) => text.length < 20_000);
  test.skipIf(published.length === 0)(`that were published, changed at random${noCorpus(published)}`, () => {
    const changes = fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(30), put: value }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.nat(published.length - 1), changes, (index, edits) => {
        let text = published[index]?.text ?? "";
        for (const { at, cut, put } of edits) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + put + text.slice(start + cut);
        }
        survives(text);
      }),
      runs(800),
    );
  });
});

test("whatever is set as a value is read as that value", () => {
  const lines = fc.string({ unit: "grapheme" }).map((text) => text.replace(/[\r\n\t]|[^\P{Cc}]/gu, " "));
  fc.assert(
    fc.property(
      fc.oneof(
        lines,
        soup.map((text) => text.replaceAll("\n", " ")),
      ),
      (text) => {
        const source = "<a b='1'>old</a>";
        const [element] = elementsOf(parse(source).document.nodes);
        if (element === undefined) throw new Error("There is no element.");
        for (const edits of [
          setAttribute(element, "b", text),
          setAttribute(element, "c", text),
          setText(element, text),
        ]) {
          const after = parse(applyEdits(source, edits));
          const [changed] = elementsOf(after.document.nodes);
          const values = [
            attributeOf(changed ?? element, "b")?.value,
            attributeOf(changed ?? element, "c")?.value,
            changed && textOf(changed),
          ];
          if (edits.length > 0) expect(values).toContain(text);
        }
      },
    ),
    runs(3_000),
  );
});

/** Well-formed C#, most of it well-typed. */
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(
      "1",
      "-7",
      "2L",
      "3.5",
      "1.10m",
      "'c'",
      '"text"',
      '"a,b"',
      "true",
      "null",
      "int.MaxValue",
      'context.Request.Headers.GetValueOrDefault("a", "b")',
      "context.Variables",
      "context.RequestId",
      "new List<int> { 3, 1, 2 }",
      'new JObject(new JProperty("a", 1))',
      "new[] { 1, 2 }",
      "DateTime.MinValue",
      "default(Guid)",
    ),
    fc
      .tuple(
        tie("expression"),
        fc.constantFrom("+", "-", "*", "/", "%", "==", "!=", "<", ">=", "&&", "||", "&", "<<", "??"),
        tie("expression"),
      )
      .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    fc
      .tuple(fc.constantFrom("!", "-", "~", "(string)", "(int)", "(long)", "(object)", "(double)"), tie("expression"))
      .map(([operator, a]) => `${operator}(${a})`),
    fc
      .tuple(
        tie("expression"),
        fc.constantFrom(
          ".ToString()",
          ".Length",
          ".Split(',')",
          ".Count()",
          "?.ToString()",
          '["a"]',
          "[0]",
          ".Select(x => x + 1)",
          ".Where(x => x != null).ToList()",
          ".Equals(1)",
          " is string",
          " as string",
          ".Substring(1)",
          ".Nothing()",
        ),
      )
      .map(([a, member]) => `(${a})${member}`),
    fc
      .tuple(tie("expression"), tie("expression"), tie("expression"))
      .map(([a, b, c]) => `((bool)(object)(${a} != null) ? ${b} : ${c})`),
    fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `string.Format("{0,-5}|{1:N2}", ${a}, ${b})`),
    fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `$"{${a}} {${b}:X}"`),
    fc
      .tuple(tie("expression"), tie("expression"))
      .map(([a, b]) => `((Func<object, object>)(x => ${a} + "" + x))(${b})`),
    tie("expression").map((a) => `Math.Max(${a}, 2)`),
  ),
}));

describe("expressions", () => {
  test("made at random give what the slow evaluator gives, or what .NET throws", () => {
    let values = 0;
    const exchange = exchangeFromJson({ Request: { Headers: { a: "x,y" } }, Variables: { a: 1, b: "text" } });
    fc.assert(
      fc.property(expression, (code) => {
        const text = `@(${code})`;
        const outcome = compiledOutcome(text, testLibrary, exchange);
        // What is neither a value, an exception of .NET nor a budget used up is a mistake of ours.
        expect(outcome, text).not.toMatch(/^fails (?!Error The expression)/);
        if (outcome.startsWith("error")) return;
        if (!outcome.startsWith("throws")) values++;
        expect(evaluatedOutcome(text, testLibrary, exchange), text).toBe(outcome);
      }),
      runs(4_000),
    );
    // Enough of them mean something.
    expect(values).toBeGreaterThan(300);
  });

  test("of any characters have problems with places", () => {
    fc.assert(
      fc.property(
        fc.oneof(soup, fc.string({ unit: "binary" }), expression),
        fc.constantFrom("@(", "@{", ""),
        (code, open) => {
          const text = `${open}${code}${open === "@(" ? ")" : open === "@{" ? "}" : ""}`;
          for (const { start, end } of checkExpression(text).problems) {
            expect(start >= 0 && start <= end && end <= text.length, `${start}-${end} in ${text}`).toBe(true);
          }
        },
      ),
      runs(5_000),
    );
  });
});
