import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { definitions } from "@/management/resources/definitions";
import { loadMessages } from "@/messages/load-messages";
import { everywhere, type Namespace, ofConsole, ofDrafts, ofEditor, plainNamespaces } from "@/messages/namespaces";
import { describe, type FieldNode, nodeAt } from "../form/describe";
import { fieldTexts } from "../form/field-texts";
import type { LooseText } from "./use-loose-text";

const keysOf = (value: unknown, path: string): string[] =>
  typeof value === "string"
    ? [path]
    : Object.entries(value as object).flatMap(([key, member]) => keysOf(member, path === "" ? key : `${path}.${key}`));
const messages = await loadMessages("en", [...everywhere, ...ofEditor, ...ofConsole, ...ofDrafts]);
const keys = new Set(keysOf(messages, ""));
const textAt = (key: string): string =>
  String(key.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], messages));

const isPlain = (key: string) => plainNamespaces.has(key.slice(0, key.indexOf(".")) as Namespace);

test("every message is well-formed ICU", () => {
  const broken: string[] = [];
  const t = createTranslator({
    locale: "en",
    messages: messages as never,
    onError: (error) => broken.push(error.message),
  }) as unknown as { markup(key: string, values: object): string };
  for (const key of keys) {
    if (isPlain(key)) continue;
    const names = [...textAt(key).matchAll(/\{(\w+)\s*[,}]|<(\w+)>/g)].map(([, argument, tag]) => [
      argument ?? tag,
      argument === undefined ? (chunks: string) => chunks : 1,
    ]);
    t.markup(key, Object.fromEntries(names));
  }
  expect(broken).toEqual([]);
});

test("no message shouts, begs or ends a label with a full stop", () => {
  // What the C# compiler says is said in its words.
  const texts = [...keys].filter((key) => !isPlain(key)).map((key) => [key, textAt(key)] as const);
  const wrong = texts.filter(
    ([key, text]) => /!(?!=)|\bplease\b/i.test(text) || (/\.label$/.test(key) && /\.$/.test(text)),
  );
  expect(wrong).toEqual([]);
});

const withPages = [
  "backends",
  "namedValues",
  "certificates",
  "apis",
  "operations",
  "products",
  "subscriptions",
  "policyFragments",
];

test.each(
  definitions
    .filter(({ kind }) => withPages.includes(kind))
    .map((definition) => [definition.kind, definition] as const),
)("every field of %s has a label, every choice and section a name", (kind, definition) => {
  const text = Object.assign((key: string) => key, { has: (key: string) => keys.has(key) }) as LooseText;
  const texts = fieldTexts(text, kind);
  const missing: string[] = [];
  const walk = (path: string, node: FieldNode, isItem = false) => {
    if (!isItem && !/\.label$/.test(texts.label(path))) missing.push(path);
    if (node.kind === "object") for (const [name, member] of node.fields) walk(`${path}.${name}`, member);
    if (node.kind === "list") walk(`${path}.0`, node.item, true);
    if (node.kind === "choice")
      missing.push(
        ...node.options.filter((option) => texts.option(path, option) === option).map((option) => `${path}=${option}`),
      );
  };
  if (definition.create === null) throw new Error(`${kind} cannot be created.`);
  const root = describe(definition.create);
  for (const { id, fields } of definition.form.sections) {
    if (!keys.has(`kinds.${kind}.sections.${id}`) && !keys.has(`form.sections.${id}`)) missing.push(`section ${id}`);
    for (const path of fields) {
      const node = nodeAt(root, path);
      if (node === undefined) missing.push(`${path} is not in the schema`);
      else walk(path, node);
    }
  }
  expect(missing).toEqual([]);
});
