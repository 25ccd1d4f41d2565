import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { pseudoMessages } from "./pseudo";

test("texts are foreign and longer; arguments, tags and literals stay", () => {
  const messages = pseudoMessages({
    plain: "Create backend",
    count: "{count, plural, one {# problem in {name}} other {# problems in <b>{name}</b>}}",
    literal: "Write '{{'name'}}' here",
    empty: "",
  }) as Record<string, string>;
  const t = createTranslator({ locale: "en-XA", messages: messages as never }) as unknown as {
    (key: string, values?: object): string;
    markup(key: string, values: object): string;
  };
  expect(t("plain")).toMatch(/^⟦Çŕéåţé ƀåçķéñđ[ŏ ]{5,}⟧$/);
  expect(t("count", { count: 1, name: "orders" })).toMatch(/^⟦1 þŕöƀļéɱ îñ orders/);
  expect(t.markup("count", { count: 2, name: "x", b: (chunks: string) => `[${chunks}]` })).toMatch(
    /^⟦2 þŕöƀļéɱš îñ \[x\]/,
  );
  expect(t("literal")).toMatch(/^⟦Ŵŕîţé \{\{ñåɱé\}\} ĥéŕé/);
  expect(messages.empty).toBe("");
  expect((messages.plain as string).length).toBeGreaterThan("Create backend".length * 1.3);
});
