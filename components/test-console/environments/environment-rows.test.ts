import { expect, test } from "vitest";
import { problemsIn, rowsOf, variablesOf } from "./environment-rows";

const stored = [
  { name: "customer", value: "7" },
  { name: "token", value: "••••••••", secret: true },
];

test("a stored secret stays unless it is replaced", () => {
  const rows = rowsOf(stored);
  expect(rows[1]).toEqual({ name: "token", value: null, secret: true, stored: true });
  expect(variablesOf(rows)).toEqual(stored);
  const replaced = rows.map((row) => (row.secret ? { ...row, value: "new" } : row));
  expect(variablesOf(replaced)[1]).toEqual({ name: "token", value: "new", secret: true });
});

test("a name stands once, a value has one, and empty rows do not count", () => {
  const row = (name: string, value: string) => ({ name, value, secret: false, stored: false });
  expect(problemsIn([row("a", "1"), row("a ", "2"), row("", "3"), row("", "")])).toEqual([
    null,
    "twice",
    "empties",
    null,
  ]);
  expect(variablesOf([row("a", ""), row("", "")])).toEqual([{ name: "a", value: "" }]);
});
