import { expect, test } from "vitest";
import { declaredParameters } from "./declared-parameters";

const id = { name: "id", type: "integer", required: true, description: "The order's." };

test("every name of the template is declared once, a catch-all without its asterisk", () => {
  expect(declaredParameters("/a/{x}/{*rest}?q={q}", undefined)?.map(({ name }) => name)).toEqual(["x", "rest", "q"]);
  expect(declaredParameters("/a/{x}", undefined)).toEqual([{ name: "x", type: "string", required: true }]);
});

test("what was said of a parameter stays when others come and when it is renamed", () => {
  expect(declaredParameters("/{shop}/{id}", [id])).toEqual([{ name: "shop", type: "string", required: true }, id]);
  expect(declaredParameters("/{order}", [id])).toEqual([{ ...id, name: "order" }]);
});

test("a name that is gone is declared no more; one in the middle of typing changes nothing", () => {
  expect(declaredParameters("/orders", [id])).toEqual([]);
  expect(declaredParameters("/orders/{i", [id])).toBeNull();
});
