import { describe, expect, it } from "vitest";
import { Random } from "@/policy/testing/random";
import { compiledOutcome, evaluatedOutcome } from "./outcome";
import { RandomProgram } from "./random-expression";
import { testLibrary } from "./test-library";

describe("what is emitted and the evaluator", () => {
  for (let batch = 0; batch < 10; batch++) {
    it(`agree on random programs, batch ${batch}`, () => {
      let ran = 0;
      for (let seed = 0; seed < 60; seed++) {
        const text = new RandomProgram(new Random(batch * 1000 + seed)).text();
        const outcome = compiledOutcome(text, testLibrary);
        expect(evaluatedOutcome(text, testLibrary), text).toBe(outcome);
        expect(outcome, text).not.toMatch(/^fails/);
        if (!/^(error|throws)/.test(outcome)) ran++;
      }
      expect(ran).toBeGreaterThan(25);
    });
  }
});
