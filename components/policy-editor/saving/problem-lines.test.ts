import { expect, it } from "vitest";
import { refusedLines } from "./problem-lines";

const refusal = (message: string, target: string | null = null) => ({ code: "ValidationError", message, target });

it("finds the place that a refusal names, and says it in the words of the person", () => {
  const raw = [refusal("Error in element 'set-header' on line 3, column 9: It has no name.", "set-header")];
  const told = [refusal("Fehler im Element 'set-header' in Zeile 3, Spalte 9: Es hat keinen Namen.")];
  expect(refusedLines(raw, told)).toEqual([
    {
      message: "Fehler im Element 'set-header' in Zeile 3, Spalte 9: Es hat keinen Namen.",
      place: { line: 3, column: 9 },
    },
  ]);
});

it("keeps what names no place", () => {
  const raw = [refusal("The document is too large.")];
  expect(refusedLines(raw, [])).toEqual([{ message: "The document is too large.", place: null }]);
});
