import { expect, test } from "vitest";
import { inSentence } from "./in-sentence";

test.each([
  ["Origin", "en", "origin"],
  ["Vary by header", "en", "vary by header"],
  ["API", "en", "API"],
  ["OpenID configuration", "en", "OpenID configuration"],
  ["URL", "en", "URL"],
  ["Överskrift", "sv", "överskrift"],
  ["Ursprung", "de", "Ursprung"],
  ["来源", "zh-CN", "来源"],
  ["set-url", "en", "set-url"],
])("%s in %s is %s", (label, locale, written) => {
  expect(inSentence(label, locale)).toBe(written);
});
