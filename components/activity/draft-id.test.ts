import { expect, test } from "vitest";
import { draftIdFor } from "./draft-id";

test("an id is made of the title's letters and digits", () => {
  expect(draftIdFor("Move “Orders” to v2", [])).toBe("move-orders-to-v2");
  expect(draftIdFor("Änderungen für Kürbis", [])).toBe("anderungen-fur-kurbis");
});

test("a title without any still gets one, and a taken one a number", () => {
  expect(draftIdFor("订单", [])).toBe("draft");
  expect(draftIdFor("订单", ["draft", "draft-2"])).toBe("draft-3");
});

test("the service takes it, however long the title", () => {
  expect(draftIdFor("x ".repeat(200), [])).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);
});
