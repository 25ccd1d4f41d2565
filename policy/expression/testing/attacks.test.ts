import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compileExpression, expressionText } from "@/policy/expression/compile-expression";
import { ExpressionFailure } from "@/policy/expression/expression-failure";
import { BudgetExceeded } from "@/policy/expression/values/budget";
import { NetException } from "@/policy/expression/values/net-exception";
import { exchangeFromJson } from "@/policy/kits/message/exchange-from-json";
import { endlessAttacks } from "./attacks-endless";
import {
  deepAttacks,
  endlessTexts,
  isolatedAttacks,
  plainTexts,
  refusedArguments,
  repeatedAttacks,
} from "./attacks-isolated";
import { testLibrary } from "./test-library";

const json = JSON.parse(readFileSync(path.join(import.meta.dirname, "rows/context.json"), "utf8"));

function evaluator(text: string): () => unknown {
  const compiled = compileExpression(`@${text}`, testLibrary);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return () => compiled.evaluate(exchangeFromJson(json));
}

function failureOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof ExpressionFailure) return error.cause;
    throw error;
  }
  throw new Error("It ended.");
}

const prototypes = [Object.prototype, Array.prototype, String.prototype, Map.prototype, Function.prototype];
const namesOf = () => prototypes.map((prototype) => Object.getOwnPropertyNames(prototype).sort());
const before = namesOf();
afterAll(() => expect(namesOf()).toEqual(before));

describe("what would take too much is ended", () => {
  for (const text of endlessAttacks)
    it(text, () => {
      expect(failureOf(evaluator(text))).toBeInstanceOf(BudgetExceeded);
      expect(evaluator("(Enumerable.Range(0, 1000).Sum())")()).toBe(499500);
    });
});

describe("what is too deep is no mistake of ours", () => {
  for (const text of deepAttacks)
    it(text, () => {
      const outcome = (): unknown => {
        try {
          return expressionText(evaluator(text)());
        } catch (error) {
          return (error as ExpressionFailure).cause;
        }
      };
      const cause = outcome();
      const isKnown = cause instanceof BudgetExceeded || cause instanceof NetException || cause instanceof RangeError;
      expect(isKnown || typeof cause === "string", String(cause)).toBe(true);
    });
});

describe("the text of a value is metered", () => {
  for (const text of endlessTexts)
    it(text, () => {
      const run = evaluator(text);
      expect(() => expressionText(run())).toThrow(ExpressionFailure);
    });
});

describe("an evaluation leaves nothing behind", () => {
  for (const [first, then, expected] of isolatedAttacks)
    it(first, () => {
      try {
        evaluator(first)();
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionFailure);
      }
      expect(expressionText(evaluator(then)())).toBe(expected);
    });
  for (const [text, expected] of repeatedAttacks)
    it(text, () => {
      const run = evaluator(text);
      for (let round = 0; round < 3; round++) expect(expressionText(run())).toBe(expected);
    });
});

describe("text is only text", () => {
  for (const [text, expected] of plainTexts) it(text, () => expect(expressionText(evaluator(text)())).toBe(expected));
});

describe("what a member does not take is an exception", () => {
  for (const [text, type] of refusedArguments)
    it(text, () => expect((failureOf(evaluator(text)) as NetException).typeName).toBe(type));
});
