import { expect, test } from "vitest";
import { consoleHref } from "./console-href";

test("the console opens at what the policy runs for", () => {
  expect(consoleHref("/apis/orders/operations/get order", null)).toBe("/console?api=orders&operation=get+order");
  expect(consoleHref("/apis/orders", "move")).toBe("/console?api=orders&draft=move");
  expect(consoleHref("/products/gold", null)).toBe("/console");
  expect(consoleHref("/", "move")).toBe("/console?draft=move");
});
