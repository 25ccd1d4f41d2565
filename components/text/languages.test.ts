import fs from "node:fs";
import path from "node:path";
import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { loadMessages } from "@/messages/load-messages";
import { locales } from "@/messages/locales";
import {
  everywhere,
  fileOf,
  type Namespace,
  ofConsole,
  ofDrafts,
  ofEditor,
  plainNamespaces,
  saidInEnglish,
} from "@/messages/namespaces";

const namespaces: Namespace[] = [...new Set([...everywhere, ...ofEditor, ...ofConsole, ...ofDrafts, ...saidInEnglish])];
const translated = locales.filter((locale) => locale !== "en");
const folder = path.resolve(import.meta.dirname, "../../messages");

function textsOf(value: unknown, at = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[at, value]]);
  return new Map(
    Object.entries(value as object).flatMap(([key, member]) => [...textsOf(member, at === "" ? key : `${at}.${key}`)]),
  );
}
const english = textsOf(await loadMessages("en", namespaces));
const isPlain = (key: string) => plainNamespaces.has(key.slice(0, key.indexOf(".")) as Namespace);
const gapsOf = (text: string) => new Set([...text.matchAll(/\{(\d+)[^{}]*\}/g)].map(([, name]) => name));
/** What opens a form of a plural: in its braces stands text. */
const pluralForm = /(=\d+|\b(?:zero|one|two|few|many|other))\s*\{/g;
/** Arguments and tags of an ICU message, each once. */
const argumentsOf = (text: string) =>
  [...new Set(text.replace(pluralForm, "").match(/\{\w+(?=\s*[,}])|<\/?\w+>/g) ?? [])].sort().join(" ");

test("every file of English is a namespace, and every language has the same files", () => {
  for (const locale of locales) {
    const files = fs.readdirSync(path.join(folder, locale)).sort();
    expect(files, locale).toEqual(namespaces.map((namespace) => `${fileOf(namespace)}.json`).sort());
  }
});

test.each(translated)("%s says everything that English says, and nothing else", async (locale) => {
  const texts = textsOf(await loadMessages(locale, namespaces));
  expect([...english.keys()].filter((key) => !texts.has(key))).toEqual([]);
  expect([...texts.keys()].filter((key) => !english.has(key))).toEqual([]);
  expect([...texts].filter(([key, text]) => text.trim() === "" && english.get(key)?.trim() !== "")).toEqual([]);
});

test.each(translated)("%s: what stands in a text's gaps in English has its place in it", async (locale) => {
  const texts = textsOf(await loadMessages(locale, namespaces));
  const wrong: string[] = [];
  const t = createTranslator({
    locale,
    messages: Object.fromEntries([...texts].map(([key, text]) => [key.replaceAll(".", "/"), text])) as never,
    onError: (error) => wrong.push(error.message),
  }) as unknown as { markup(key: string, values: object): string };
  for (const [key, text] of texts) {
    const original = english.get(key) ?? "";
    if (isPlain(key)) {
      if ([...gapsOf(text)].some((gap) => !gapsOf(original).has(gap))) wrong.push(`${key}: ${text}`);
      continue;
    }
    if (argumentsOf(text) !== argumentsOf(original)) wrong.push(`${key}: ${text}`);
    const names = [...text.matchAll(/\{(\w+)\s*[,}]|<(\w+)>/g)].map(([, argument, tag]) => [
      argument ?? tag,
      argument === undefined ? (chunks: string) => chunks : 1,
    ]);
    t.markup(key.replaceAll(".", "/"), Object.fromEntries(names));
  }
  expect(wrong).toEqual([]);
});

/** Names, abbreviations and words that a language may well share with English. */
const mayBeSame = (text: string) => !/[a-z]{3,} [a-z]{2,}/.test(text.replace(/\{[^}]*\}|<[^>]*>|https?:\S+/g, ""));

test.each(translated)("%s is a translation: next to nothing in it still reads as English does", async (locale) => {
  const texts = textsOf(await loadMessages(locale, namespaces));
  const same = [...texts].filter(([key, text]) => english.get(key) === text && !mayBeSame(text)).map(([key]) => key);
  expect(same).toEqual([]);
});

test.each(translated)("%s: every plural has the forms that the language has", async (locale) => {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  // Millions, which Spanish counts apart, are said as others are.
  const needed = forms.filter((form) => form !== "many");
  const wrong = [...textsOf(await loadMessages(locale, namespaces))].flatMap(([key, text]) => {
    // What English says of one thing as of many needs no forms.
    const required = pluralsIn(english.get(key) ?? "").some((plural) => plural.has("one")) ? needed : ["other"];
    return pluralsIn(text)
      .filter(
        (plural) => required.some((form) => !plural.has(form)) || [...plural].some((form) => !isForm(form, forms)),
      )
      .map(() => `${key}: ${text}`);
  });
  expect(wrong).toEqual([]);
});
const isForm = (form: string, forms: readonly string[]) => form.startsWith("=") || forms.includes(form);

/** The forms of each plural in a text: what opens a brace at the depth of its own. */
function pluralsIn(text: string): Set<string>[] {
  return [...text.matchAll(/\{\w+, plural,/g)].map(({ 0: head, index }) => {
    const found = new Set<string>();
    let depth = 0;
    let word = "";
    for (const character of text.slice(index + head.length)) {
      if (character === "{") {
        if (depth === 0) found.add(word.trim());
        depth++;
        word = "";
      } else if (character === "}") {
        if (depth === 0) break;
        depth--;
        word = "";
      } else word += character;
    }
    return found;
  });
}
