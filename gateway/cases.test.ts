import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseCase } from "./testing/cases/parse-case";
import { runCase } from "./testing/cases/run-case";

const catalog = path.resolve(import.meta.dirname, "../policy/catalog");
const files = readdirSync(catalog, { recursive: true, encoding: "utf8" })
  .filter((file) => /^[^/]+\/cases\/[^/]+\.case$/.test(file))
  .sort();

describe.each(files)("%s", (file) => {
  const parsed = parseCase(readFileSync(path.join(catalog, file), "utf8"));
  test(parsed.title, async () => {
    expect(parsed.title).not.toBe("");
    await runCase(parsed);
  });
});
