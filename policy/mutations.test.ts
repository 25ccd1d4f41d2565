import { expect, test } from "vitest";
import { corpus } from "@/policy/testing/corpus";
import { mutated } from "@/policy/testing/mutate";
import { Random } from "@/policy/testing/random";
import { check } from "./check";
import type { CheckOptions } from "./check/checker";
import { describe, showWithCaret } from "./diagnostics";
import { policyReferences } from "./references";
import { defaultGlobalPolicy } from "./scopes";
import { samples } from "./testing/samples";
import { toEscaped, toRaw } from "./xml/convert";
import { parse } from "./xml/parse";
import { print } from "./xml/print";

const known = { namedValues: "any", backends: "any", fragments: "any", certificates: "any" } as const;
const options: readonly CheckOptions[] = [
  { scope: "global", kind: "policies", known },
  { scope: "operation", kind: "fragment", known },
];
const published = corpus().filter(({ text }) => text.length < 3_000);

test("ten thousand broken documents: no part of the language throws, hangs or loses a character", () => {
  const random = new Random(20_260);
  // What this version knows, as often as what it does not.
  const ours = Array.from({ length: 30 }, () => [defaultGlobalPolicy, ...samples]).flat();
  const originals = [...ours, ...published.map(({ text }) => text)];
  const codes = new Set<string>();
  for (let count = 0; count < 10_000; count++) {
    const text = mutated(random, originals);
    expect(print(parse(text).document)).toBe(text);
    for (const each of options) {
      for (const diagnostic of check(text, each)) {
        codes.add(diagnostic.code);
        const { span } = diagnostic;
        const isInside = span.start >= 0 && span.start <= span.end && span.end <= text.length;
        expect(isInside, `${text}\n${JSON.stringify(diagnostic)}`).toBe(true);
        expect(describe(diagnostic)).toMatch(/ on line \d+, column \d+: ./);
        expect(showWithCaret(diagnostic, text).split("\n").at(-1)).toMatch(/^ {2}\| \s*\^$/);
      }
    }
    policyReferences(text);
    const [escaped, raw] = [toEscaped(text), toRaw(text)];
    if (parse(text).diagnostics.length > 0) continue;
    expect(toEscaped(escaped)).toBe(escaped);
    expect(toRaw(raw)).toBe(raw);
    expect(toEscaped(raw)).toBe(escaped);
  }
  // They are broken in many ways.
  expect(codes.size).toBeGreaterThan(20);
});
