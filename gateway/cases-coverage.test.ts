import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseCase } from "./testing/cases/parse-case";
import { otherwiseHere, shownElsewhere } from "./testing/cases/shown-elsewhere";

const root = path.resolve(import.meta.dirname, "..");
const catalog = path.join(root, "policy/catalog");
const facts = path.resolve(root, "../shared/reference/policy-catalog.json");

interface Facts {
  policies: { name: string; behavior?: unknown[]; errors?: unknown[] }[];
}

const cases = readdirSync(catalog, { recursive: true, encoding: "utf8" })
  .filter((file) => /^[^/]+\/cases\/[^/]+\.case$/.test(file))
  .map((file) => ({ file, ...parseCase(readFileSync(path.join(catalog, file), "utf8")) }));

test.skipIf(!existsSync(facts))(
  "every documented statement of every policy, and every error, is shown by a case or a test (skipped without ../shared)",
  () => {
    const { policies } = JSON.parse(readFileSync(facts, "utf8")) as Facts;
    const documented = policies.flatMap(({ name, behavior = [], errors = [] }) => [
      ...behavior.map((_, index) => `${name} ${index + 1}`),
      ...errors.map((_, index) => `${name} error ${index + 1}`),
    ]);
    const shown = new Set([
      ...cases.flatMap(({ covers }) => covers),
      ...Object.keys(shownElsewhere),
      ...Object.keys(otherwiseHere),
    ]);
    expect(documented.filter((each) => !shown.has(each))).toEqual([]);
    const known = new Set(documented);
    expect(
      cases.flatMap(({ file, covers }) => covers.filter((each) => !known.has(each)).map((each) => [file, each])),
    ).toEqual([]);
  },
);

test("what is shown elsewhere is there", () => {
  for (const [statement, { file, title }] of Object.entries(shownElsewhere)) {
    const source = path.join(root, file);
    expect(existsSync(source), `${statement}: ${file}`).toBe(true);
    expect(readFileSync(source, "utf8"), statement).toContain(title);
  }
});

test("no two cases show the same under one name", () => {
  const titles = cases.map(({ file, title }) => `${file.split("/")[0]}: ${title}`);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});
