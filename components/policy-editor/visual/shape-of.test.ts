import { expect, test } from "vitest";
import { parse } from "@/policy/xml/parse";
import { shapeOf } from "./shape-of";

const shape = (inbound: string) => shapeOf(parse(`<policies><inbound>${inbound}</inbound></policies>`).document);

test("what is written in a policy is not its shape", () => {
  expect(shape('<set-variable name="a" value="1" /><!-- x -->')).toBe(shape('<set-variable name="b" value="@(2)"/>'));
});

test("what stands where is, and so are the fragments that are included", () => {
  const one = shape("<base /><choose><when /></choose>");
  expect(shape("<choose><when /></choose><base />")).not.toBe(one);
  expect(shape("<base /><choose /><when />")).not.toBe(one);
  expect(shape('<include-fragment fragment-id="a" />')).not.toBe(shape('<include-fragment fragment-id="b" />'));
});
