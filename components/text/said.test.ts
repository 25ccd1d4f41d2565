import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { definitions } from "@/management/resources/definitions";
import { findType } from "@/management/resources/find";
import { titled } from "@/management/verbs/titled";
import said from "@/messages/en/said.json";
import { locales } from "@/messages/locales";
import { localiserOf, type SaidTemplates } from "./localiser";
import { saidSentences } from "./testing/said-sentences";
import { writtenSentences } from "./testing/written-sentences";

const root = path.resolve(import.meta.dirname, "../..");
const english: SaidTemplates = said;
const translations = locales
  .filter((locale) => locale !== "en")
  .map((locale) => JSON.parse(fs.readFileSync(`${root}/messages/${locale}/said.json`, "utf8")) as SaidTemplates);

const gaps = /\{\d+[^{}]*\}/g;
const numberOf = (gap: string) =>
  gap.slice(0, /\d+/.exec(gap)?.[0].length).replace(/\D/g, "") || gap.replace(/\D/g, "");

/** A language of marks: of each text only what stands in the gaps that a translation shows is left. */
const marked = Object.fromEntries(
  Object.entries(english).map(([code, templates]) => [
    code,
    templates.map((_, at) => {
      const shown = translations.flatMap((texts) => texts[code]?.[at]?.match(gaps) ?? []).map(numberOf);
      return `#${[...new Set(shown)].map((gap) => `¦{${gap}}¦`).join("")}#`;
    }),
  ]),
);
const say = localiserOf(english, marked);
/** What is left of a sentence once all that is said in another language is gone. */
const leftOf = (message: string) =>
  say(message)
    .split(/[#¦]+|, /)
    .filter((piece) => piece !== "");

/** Members, functions and schemes, which are the same in every language. */
const literals = new Set(
  "asc desc name title description url type protocol resourceId path value listSecrets reconnect http https ws wss fabric json xml before from below revision id key other".split(
    " ",
  ),
);
/** What stands in quotes or braces is a name; so is what holds a capital, a digit or a mark, an endpoint too. */
const namesIn = (sentence: string) =>
  new Set([...literals, ...[...sentence.matchAll(/['"{]([^'"{}]*)(?=['"}])/g)].map(([, name]) => name ?? "")]);
const wordsLeft = (sentence: string) => {
  const names = namesIn(sentence);
  return leftOf(sentence).filter(
    (piece) => !names.has(piece) && !/^(?:[A-Z]+ )?[^ ]*[^a-z ][^ ]*$/.test(piece) && piece !== "",
  );
};

test("whatever management's code says to people can be said in another language", () => {
  const missing = ["management", "lib/pfx"].flatMap((folder) =>
    [...writtenSentences(path.join(root, folder))]
      .filter(([text, file]) => !/^(?:openapi|store)\//.test(file) && !composed.includes(text))
      .filter(([text]) => say(text) === text || wordsLeft(text).length > 0)
      .map(([text, file]) => `${file}: ${text} -> ${say(text)}`),
  );
  expect(missing).toEqual([]);
});
/** Their gaps hold a verb; what becomes of them stands in the sentences. */
const composed = [
  "x1 x2 x3, which does not exist any more.",
  "x1 x2 it, and it does not exist any more.",
  "The gateway at x1 x2.",
];

test("no English word is left in a sentence but names and what was written by people", () => {
  const wrong = saidSentences
    .map((sentence) => ({ sentence, left: say(sentence) === sentence ? [sentence] : wordsLeft(sentence) }))
    .filter(({ left }) => left.length > 0);
  expect(wrong).toEqual([]);
});

test("each title that the log gives a change of any kind can be said in another language", () => {
  const unsaid = definitions.flatMap(({ types }) =>
    types.flatMap((type) => {
      const resource = findType(type);
      if (resource === undefined) throw new Error(type);
      const parents = type.split("/").slice(0, -1);
      const parentId = parents.map((collection, at) => `/${collection}/p-${at}`).join("") || "/";
      const name = type.endsWith("policies") ? "policy" : "x-1";
      const id = `${parentId === "/" ? "" : parentId}/${type.split("/").at(-1)}/${name}`;
      return (["Create", "Update", "Delete"] as const)
        .filter((verb) => !(resource.definition.bodiless && verb === "Update"))
        .map((verb) => titled(verb, { resource, id, name, parentId }))
        .filter((title) => say(title) === title || wordsLeft(title).length > 0);
    }),
  );
  expect(unsaid).toEqual([]);
});
