import { describe, expect, it } from "vitest";
import { compiledOutcome, evaluatedOutcome } from "./outcome";
import { testLibrary } from "./test-library";

const values: Readonly<Record<string, string>> = {
  sbyte: "0, 1, -1, 127, -128",
  byte: "0, 1, 200, 255",
  short: "0, -1, 32767, -32768",
  ushort: "0, 3, 65535",
  char: "'a', '\\0', '\\uffff'",
  int: "0, 1, -1, 7, int.MaxValue, int.MinValue",
  uint: "0, 1, 4294967295",
  long: "0, -1, 5, long.MaxValue, long.MinValue",
  ulong: "0, 9, ulong.MaxValue",
  float: "0, 0.1f, -2.5f, 1e30f, float.NaN",
  double: "0, 0.1, -2.5, 3e9, 1e19, double.NaN, double.NegativeInfinity",
  decimal: "0, 1.50m, -7.25m, 7922816251426433759m",
};
const types = Object.keys(values);
const arrayOf = (type: string, name: string) => `${type}[] ${name} = { ${values[type]} };`;

/** Every value by itself, so that one failure does not hide the others. */
function agree(text: string): string {
  const outcome = compiledOutcome(text, testLibrary);
  expect(evaluatedOutcome(text, testLibrary), text).toBe(outcome);
  expect(outcome, text).not.toMatch(/^(fails|throws)/);
  return outcome;
}

const attempt = (work: string) => `try { log += ${work} + " "; } catch (Exception e) { log += e.Message + " "; }`;

describe("numbers, emitted and evaluated", () => {
  for (const from of types) {
    it(`are converted alike from ${from}`, () => {
      for (const to of types) {
        for (const mode of ["checked", "unchecked"]) {
          const convert = attempt(`${mode}((${to})a)`);
          agree(`@{ string log = ""; ${arrayOf(from, "all")} foreach (var a in all) { ${convert} } return log; }`);
        }
      }
    });

    it(`are computed with alike: ${from}`, () => {
      let ran = 0;
      for (const other of types) {
        const loops = `foreach (var a in left) foreach (var b in right)`;
        const start = `@{ string log = ""; ${arrayOf(from, "left")} ${arrayOf(other, "right")} ${loops}`;
        for (const operators of ["+-*", "/%", "&|^"]) {
          const works = [...operators].map((one) => `${attempt(`(a ${one} b)`)} ${attempt(`checked(a ${one} b)`)}`);
          if (!agree(`${start} { ${works.join(" ")} } return log; }`).startsWith("error")) ran++;
        }
        const comparisons = ["<", ">", "<=", ">=", "==", "!="].map((one) => `log += (a ${one} b) ? 1 : 0;`);
        if (!agree(`${start} { ${comparisons.join(" ")} } return log; }`).startsWith("error")) ran++;
      }
      expect(ran).toBeGreaterThan(10);
    });

    it(`are changed in place alike: ${from}`, () => {
      const works = [
        "a++",
        "--a",
        "a += 1",
        "a -= 3",
        "a *= 2",
        "a <<= 3",
        "a >>= 1",
        "checked(a++)",
        "checked(a -= 1)",
      ];
      for (const work of works) {
        const item = `${from} a = one; ${attempt(`(${work})`)} log += a;`;
        agree(`@{ string log = ""; ${arrayOf(from, "all")} foreach (var one in all) { ${item} } return log; }`);
      }
    });

    it(`are lifted alike: ${from}`, () => {
      const item = `${from}? a = one; ${from}? none = null; log += (a + none) + "," + (a + a == none) + (a < none) + (none == null) + (none ?? one) + a.GetValueOrDefault() + none.GetValueOrDefault() + a.HasValue + " ";`;
      const text = `@{ string log = ""; ${arrayOf(from, "all")} foreach (var one in all) { ${item} object o = a; log += (o is ${from}) + "" + o + (${from})o; } return log; }`;
      expect(agree(text).startsWith("error")).toBe(false);
    });
  }
});
