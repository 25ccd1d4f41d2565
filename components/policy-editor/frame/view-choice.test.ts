import { expect, test } from "vitest";
import { viewChoice } from "./view-choice";

test("the address decides, then what was chosen last, then the visual view", () => {
  expect(viewChoice("code", "split", true)).toBe("code");
  expect(viewChoice(null, "split", true)).toBe("split");
  expect(viewChoice(null, null, true)).toBe("visual");
});

test("what the address says counts only where it means something", () => {
  expect(viewChoice("tree", "code", true)).toBe("code");
  expect(viewChoice("effective", "code", true)).toBe("effective");
  expect(viewChoice("effective", "code", false)).toBe("code");
  expect(viewChoice(null, "effective", true)).toBe("visual");
});
