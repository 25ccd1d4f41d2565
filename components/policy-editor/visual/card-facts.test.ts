import { expect, test } from "vitest";
import { definitionOf } from "@/policy/catalog/definitions";
import { elementsOf } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { factsOf } from "./card-facts";

const factsIn = (xml: string): (string | null)[][] => {
  const [element] = elementsOf(parse(xml).document.nodes);
  if (element === undefined) throw new Error("There is no element.");
  return factsOf(element, definitionOf(element.name) ?? null).map(({ label, value }) => [label, value]);
};

test("what a policy holds is told before how it is set", () => {
  const jwt =
    '<validate-jwt header-name="Authorization" failed-validation-error-message="No."><openid-config url="https://a.test" /></validate-jwt>';
  expect(factsIn(jwt)).toEqual([
    ["openid-config", "https://a.test"],
    ["failed-validation-error-message", "No."],
  ]);
});

test("what had to be said stands first, and attributes keep their order", () => {
  expect(factsIn('<set-header name="x-a" exists-action="override"><value>1</value></set-header>')).toEqual([
    [null, "x-a"],
    [null, "1"],
  ]);
  expect(factsIn('<quota renewal-period="60" calls="5" />')).toEqual([
    ["calls", "5"],
    ["renewal-period", "60"],
  ]);
});
