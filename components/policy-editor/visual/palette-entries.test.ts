import { expect, test } from "vitest";
import { definitionOf } from "@/policy/catalog/definitions";
import { paletteEntries, searchEntries } from "./palette-entries";

const help = (name: string) => ({ title: name, purpose: definitionOf(name)?.purpose ?? "" });

test("all policies are offered but parts, what is undocumented, and what another kind of document holds", () => {
  const names = (kind: "policies" | "resolver") => paletteEntries(kind, help, "en").map(({ name }) => name);
  expect(names("policies")).toContain("rate-limit");
  expect(names("policies")).not.toContain("set-url");
  expect(names("policies")).not.toContain("block");
  expect(names("policies")).not.toContain("http-data-source");
  expect(names("resolver")).toContain("http-data-source");
});

test("a search finds names, titles and what they do, names first", () => {
  const entries = paletteEntries("policies", help, "en");
  const found = (query: string) => searchEntries(entries, query).map(({ name }) => name);
  expect(found("rate limit").slice(0, 2)).toEqual(["rate-limit", "rate-limit-by-key"]);
  expect(found("variable")[0]).toBe("set-variable");
  expect(found("variable")).toContain("send-request");
  expect(found("nothing like it")).toEqual([]);
});
