import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { compileExpression, expressionText } from "@/policy/expression/compile-expression";
import { ExpressionFailure } from "@/policy/expression/expression-failure";
import { typeTable } from "@/policy/expression/types/shared-table";
import { BudgetExceeded } from "@/policy/expression/values/budget";
import { exchangeFromJson } from "@/policy/kits/message/exchange-from-json";
import { library } from "./library";
import { type HostileCall, hostileCalls } from "./testing/hostile-calls";

const file = path.join(import.meta.dirname, "../expression/testing/rows/context.json");
const json = JSON.parse(readFileSync(file, "utf8"));

/** The same numbers in every run. */
function randomFrom(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 8) % end;
  };
}

/** A tame call, one with nothing in the place of every argument, and some of anything. */
function choices({ slots }: HostileCall, count: number, random: (end: number) => number): string[][] {
  if (slots.length === 0) return [[]];
  const chosen = [slots.map((slot) => slot[0] as string), slots.map((slot) => slot.at(-1) as string)];
  chosen.push(slots.map((slot, at) => (at === 0 ? slot[0] : slot.at(-1)) as string));
  while (chosen.length < 3 + count) chosen.push(slots.map((slot) => slot[random(slot.length)] as string));
  return chosen;
}

/** null where it does not compile; otherwise what is wrong, or "". */
function faultOf(text: string): string | null {
  const compiled = compileExpression(text, library);
  if (!compiled.ok) return null;
  try {
    const value = compiled.evaluate(exchangeFromJson(json));
    if (value === undefined) return `${text} gives undefined`;
    expressionText(value);
    return "";
  } catch (error) {
    if (error instanceof ExpressionFailure && (error.exception !== null || error.cause instanceof BudgetExceeded))
      return "";
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return `${text}: ${cause instanceof Error ? cause.stack : cause}`;
  }
}

describe.each([
  ["string", 1],
  ["KeyValuePair<string, double>", 0],
])("every member takes whatever it is given, with %s for type parameters", (stand, count) => {
  const random = randomFrom(7);
  const calls = hostileCalls(typeTable(), stand);
  const faults: string[] = [];
  const untried: string[] = [];

  test("with a value, an exception of .NET or an exhausted budget", { timeout: 120_000 }, () => {
    for (const call of calls) {
      const found = choices(call, count, random).map((given) => {
        const source = call.write(given);
        return faultOf(source.startsWith("{") ? `@${source}` : `@(${source})`);
      });
      if (found.every((fault) => fault === null)) untried.push(call.member);
      for (const fault of found) if (fault !== null && fault !== "") faults.push(`${call.member} by ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  test("and nearly all could be tried", () => {
    expect(calls.length).toBeGreaterThan(2500);
    expect(untried.length, untried.join("\n")).toBeLessThan(15);
  });
});
