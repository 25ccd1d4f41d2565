import { _createCache, _createIntlFormatters, createTranslator } from "use-intl/core";
import fill from "use-intl/format-message/format-only";
import { expect, test } from "vitest";
import { loadCompiled } from "./load-compiled";
import { loadMessages } from "./load-messages";
import { type Locale, locales, pseudoLocale } from "./locales";
import {
  everywhere,
  type Namespace,
  ofConsole,
  ofDrafts,
  ofEditor,
  plainNamespaces,
  saidInEnglish,
} from "./namespaces";

const namespaces: Namespace[] = [...everywhere, ...ofEditor, ...ofConsole, ...ofDrafts, ...saidInEnglish];

function leavesOf(value: unknown, at = ""): [key: string, text: string][] {
  if (typeof value === "string") return [[at, value]];
  return Object.entries(value as object).flatMap(([key, member]) => leavesOf(member, at === "" ? key : `${at}.${key}`));
}
const at = (tree: unknown, key: string) =>
  key.split(".").reduce<unknown>((within, part) => (within as Record<string, unknown>)[part], tree);

const every: Locale[] = [...locales, pseudoLocale];
test.each(every)("%s: a compiled text says what the written one says", async (locale) => {
  const written = await loadMessages(locale, namespaces);
  const compiled = await loadCompiled(locale, namespaces);
  const cache = _createCache();
  const formatters = _createIntlFormatters(cache);
  const wrong: unknown[] = [];
  for (const [key, text] of leavesOf(written)) {
    if (plainNamespaces.has(key.slice(0, key.indexOf(".")) as Namespace)) {
      if (at(compiled, key) !== text) wrong.push([key, text]);
      continue;
    }
    const t = createTranslator({
      locale,
      messages: { text } as never,
      onError: (error) => wrong.push([key, error.message]),
    }) as unknown as { markup(key: string, values: object): string };
    for (const count of [0, 1, 2.25, 12_345]) {
      const names = [...text.matchAll(/\{(\w+)\s*[,}]|<(\w+)>/g)].map(([, argument, tag]) => [
        argument ?? tag,
        argument === undefined ? (chunks: string) => `[${chunks}]` : count,
      ]);
      const values = Object.fromEntries(names);
      const filled = fill(key, at(compiled, key) as never, values, { cache, formatters, locale });
      const said = t.markup("text", values);
      if (filled !== said) wrong.push([key, said, filled]);
    }
  }
  expect(wrong).toEqual([]);
});

test("what was compiled once is kept", async () => {
  const [first, second] = [await loadCompiled("de", ["tour"]), await loadCompiled("de", ["tour"])];
  expect(second.tour).toBe(first.tour);
});
