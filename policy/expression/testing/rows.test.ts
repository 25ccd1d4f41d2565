import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { exchangeFromJson } from "@/policy/kits/message/exchange-from-json";
import { compiledOutcome, evaluatedOutcome, meets, wrapRow } from "./outcome";
import type { Row } from "./rows/row";
import { testLibrary } from "./test-library";

const folder = path.join(import.meta.dirname, "rows");
const topics = readdirSync(folder).flatMap((file) => (file.endsWith(".ts") ? [file.slice(0, -".ts".length)] : []));
/** Evaluations change what they are given, so that each has a context of its own. */
const context = () => exchangeFromJson(JSON.parse(readFileSync(path.join(folder, "context.json"), "utf8")));

for (const topic of topics) {
  const { rows = [] } = (await import(`./rows/${topic}.ts`)) as { rows?: readonly Row[] };
  if (rows.length === 0) continue;
  describe(topic, () => {
    for (const [expression, expected] of rows) {
      it(expression, () => {
        const text = wrapRow(expression);
        const outcome = compiledOutcome(text, testLibrary, context());
        if (!meets(outcome, expected)) expect(outcome).toBe(expected);
        expect(evaluatedOutcome(text, testLibrary, context())).toBe(outcome);
      });
    }
  });
}
