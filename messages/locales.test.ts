import { expect, test } from "vitest";
import { nameOfLocale, negotiateLocale, readLocale } from "./locales";

test.each([
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["fr-FR, sv;q=0.4, es;q=0.6", "es"],
  ["zh-Hans-CN", "zh-CN"],
  ["zh-TW", "zh-CN"],
  ["ko;q=0, en-GB", "en"],
  ["fr", "en"],
  ["*", "en"],
  ["", "en"],
  [null, "en"],
  [";;q=,,-;q=9", "en"],
])("%s asks for %s", (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});

test("only languages that exist are chosen", () => {
  expect(["de", "en-XA", "fr", undefined, "__proto__"].map(readLocale)).toEqual(["de", "en-XA", null, null, null]);
});

test("each language has its own name", () => {
  expect(["en", "de", "sv", "es", "ko"].map((locale) => nameOfLocale(readLocale(locale) ?? "en"))).toEqual([
    "English",
    "Deutsch",
    "Svenska",
    "Español",
    "한국어",
  ]);
});
