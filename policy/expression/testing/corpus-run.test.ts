import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { corpus, noCorpus } from "@/policy/testing/corpus";
import { corpusContexts } from "./corpus-contexts";
import { corpusExpressions } from "./corpus-expressions";
import { compiledOutcome, evaluatedOutcome } from "./outcome";
import { testLibrary } from "./test-library";

/** What real authors published and no compiler takes; expression/bind/corpus.test.ts says why. */
const wrong = /\{group-id\}|RETRY_COUNT|MatchedParameters\("|MatchedParameters\["(ttlInSeconds|storageAccountName)"\]/;
const isRandom = /NewGuid|Random|RNGCrypto/;

/** A number is a value wherever an author puts one: in a text, in an argument, or alone. */
const withNamedValues = (text: string): string => text.replace(/\{\{[^{}]*\}\}/g, "5");

const documents = corpus();
const texts = [...new Set(corpusExpressions().map(({ text }) => withNamedValues(text)))];

describe.skipIf(texts.length === 0)(`the expressions of real policies${noCorpus(documents)}`, () => {
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ["Date", "performance"], now: new Date("2026-03-04T05:06:08.750Z") });
  });
  afterAll(() => {
    vi.useRealTimers();
  });

  it.each(corpusContexts)("come to a value or an exception of .NET: $name", ({ make }) => {
    for (const text of texts) {
      const outcome = compiledOutcome(text, testLibrary, make(text));
      expect(outcome, text).not.toMatch(/^fails /);
      if (outcome.startsWith("error ")) expect(text, outcome).toMatch(wrong);
      const evaluated = evaluatedOutcome(text, testLibrary, make(text));
      if (isRandom.test(text)) expect(evaluated, text).not.toMatch(/^fails /);
      else expect(evaluated, text).toBe(outcome);
    }
  });

  it("mostly come to a value where the exchange has what they read", () => {
    const [, rich] = corpusContexts;
    const isValue = (text: string) => !/^(error|throws) /.test(compiledOutcome(text, testLibrary, rich?.make(text)));
    expect(texts.filter(isValue).length / texts.length).toBeGreaterThan(0.8);
  });
});
