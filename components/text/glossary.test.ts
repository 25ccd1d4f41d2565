import { expect, test } from "vitest";
import { loadMessages } from "@/messages/load-messages";
import { everywhere, ofConsole, ofEditor } from "@/messages/namespaces";
import { glossary, type Translated } from "./testing/glossary";

const namespaces = [...everywhere, ...ofEditor, ...ofConsole, "said"] as const;
const languages: readonly Translated[] = ["de", "sv", "es", "ko", "zh-CN"];

/** These say the thing in other words, which are better there, or speak of a literal of the protocol. */
const otherwise = [
  "visual.refused.backend-full backend",
  "run.explain.TokenNotPresent request",
  "run.explain.TokenNotFound request",
  "activity.drafts.settled draft",
  "conflict.textBy publish",
  "policyHelp.get-authorization-context.attributes.context-variable-name.help claim",
  "policyHelp.cache-store.attributes.cache-response.label cache",
];

function textsOf(value: unknown, at = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[at, value]]);
  return new Map(
    Object.entries(value as object).flatMap(([key, member]) => [...textsOf(member, at === "" ? key : `${at}.${key}`)]),
  );
}
/** Without arguments, tags, what is quoted and methods, which are the same in all languages. */
const wordsOf = (text: string) =>
  text
    .replace(/<\/?\w+>|\{\w+(?:, (?:number|date|time)[^{}]*)?\}|'[^']*'|\{\d+ \w+\}/g, " ")
    .replace(/\{\w+, plural,|\bTRACE\b|Segment, Query or Header|owner, editor or reader/g, " ");
const english = textsOf(await loadMessages("en", namespaces));

test.each(languages)("%s has one word for each thing, in every part of the portal", async (language) => {
  const translated = textsOf(await loadMessages(language, namespaces));
  const wrong: string[] = [];
  for (const { term, inEnglish, renderings } of glossary) {
    const rendering = renderings.get(language) ?? /^/;
    for (const [key, text] of english) {
      if (otherwise.includes(`${key} ${term}`) || !inEnglish.test(wordsOf(text))) continue;
      const said = translated.get(key) ?? "";
      if (!rendering.test(said)) wrong.push(`${term}: ${key}: ${text} -> ${said}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("the check finds a word that is not the portal's", () => {
  const policy = glossary.find(({ term }) => term === "policy");
  expect(policy?.inEnglish.test("Open policies")).toBe(true);
  expect(policy?.inEnglish.test("/policies/policy")).toBe(false);
  expect(policy?.renderings.get("de")?.test("Policy öffnen")).toBe(false);
  expect(policy?.renderings.get("de")?.test("Richtlinien öffnen")).toBe(true);
});

test("Chinese is punctuated in full width", async () => {
  const texts = textsOf(await loadMessages("zh-CN", namespaces));
  const wrong = [...texts].filter(([, text]) =>
    /[\u4e00-\u9fff][,;:?!](?!\d)|[,;?!][\u4e00-\u9fff]|[\u4e00-\u9fff]\.(?:\s|$)/.test(
      text.replace(/\{\w+, plural,/g, "").replace(/'[^']*'/g, "x"),
    ),
  );
  expect(wrong).toEqual([]);
});

test("people are addressed in one way in each language", async () => {
  const addressed = {
    de: /\b(?:du|dich|dir|dein(?:e[nmrs]?)?)\b/i,
    sv: /(?<![\p{L}:])(?:ni|er|ert|era)(?!\p{L})/iu,
    es: /(?<!\p{L})(?:tú|tus?|contigo|puedes|tienes|quieres|elige|haz|inténtalo)(?!\p{L})/iu,
    ko: /(?:해요|어요|아요|입니까|한다)(?:[.?!]|$)/,
    "zh-CN": /你/,
  } as const;
  for (const language of languages) {
    const texts = textsOf(await loadMessages(language, namespaces));
    expect([...texts].filter(([, text]) => addressed[language].test(text))).toEqual([]);
  }
});
