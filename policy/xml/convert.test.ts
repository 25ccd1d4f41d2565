import { expect, test } from "vitest";
import { toEscaped, toRaw } from "./convert";

test.each([
  [`<a b="@(x["k"] < 2)"/>`, `<a b="@(x[&quot;k&quot;] &lt; 2)"/>`],
  [`<a b='@(x == "<" ? 'y' : 'z')'/>`, `<a b='@(x == "&lt;" ? &apos;y&apos; : &apos;z&apos;)'/>`],
  ["<a>@{ return x < y && z > 1; }</a>", "<a>@{ return x &lt; y &amp;&amp; z &gt; 1; }</a>"],
])("an expression in raw form is escaped, and back: %s", (raw, escaped) => {
  expect(toEscaped(raw)).toBe(escaped);
  expect(toRaw(escaped)).toBe(raw);
  expect(toEscaped(escaped)).toBe(escaped);
  expect(toRaw(raw)).toBe(raw);
});

test.each([
  ["text that is no expression", `<a b="1 &lt; 2">&quot;&amp;@(</a>`],
  ["comments and CDATA", "<a><!-- @(x < 1) --><![CDATA[@(x < 1)]]></a>"],
  ["what is malformed", `<a b=@("x")><c>`],
])("untouched in either form: %s", (_, text) => {
  expect(toEscaped(text)).toBe(text);
  expect(toRaw(text)).toBe(text);
});

test("what would be read differently as raw stays escaped", () => {
  // Without the entity, the C# string would end the attribute.
  const open = `<a b="@(x[&quot;)"/>`;
  expect(toRaw(open)).toBe(open);
  // Entities that stand in a C# string would be taken for the characters they name.
  const entity = `<a b="@(&quot;&amp;lt;&quot;)"/>`;
  const raw = toRaw(entity);
  expect(toEscaped(raw)).toBe(entity);
});
