import { expect, it } from "vitest";
import { Boxed } from "@/policy/expression/values/boxed";
import { declareType } from "@/policy/library/declare";
import { registerEnums } from "./enums";
import { textOf } from "./text-of";

registerEnums([
  declareType(`
    namespace N;
    public enum Color { Red, Green = 5, Blue, Grass = 5 }
    [Flags] public enum Rights { None = 0, Read = 1, Write = 2, Execute = 4, All = 7 }
    public class Outer { public enum Inner { A } }
  `),
]);

it.each([
  ["N.Color", 0, "Red"],
  ["N.Color", 5, "Green"],
  ["N.Color", 6, "Blue"],
  ["N.Color", 3, "3"],
  ["N.Rights", 0, "None"],
  ["N.Rights", 3, "Read, Write"],
  ["N.Rights", 7, "All"],
  ["N.Rights", 9, "9"],
  ["N.Outer.Inner", 0, "A"],
  ["N.Unknown", 4, "4"],
])("%s %d is %s", (name, value, text) => {
  expect(textOf(new Boxed(name, value))).toBe(text);
});
