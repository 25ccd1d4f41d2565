import { describe, expect, it } from "vitest";
import { compiledOutcome, evaluatedOutcome } from "./outcome";
import { testLibrary } from "./test-library";

const both = (text: string): string => {
  const outcome = compiledOutcome(text, testLibrary);
  expect(evaluatedOutcome(text, testLibrary)).toBe(outcome);
  return outcome;
};

/** None of these is C#, or of a type that expressions may touch. */
const refused = [
  '@("".constructor)',
  '@("".constructor.constructor("return process")())',
  '@("".__proto__)',
  "@(context.constructor)",
  "@(context.__proto__)",
  "@(new object().constructor)",
  "@(constructor)",
  "@(prototype)",
  "@(process.exit(1))",
  "@(globalThis)",
  "@(this)",
  "@(this.constructor)",
  '@(Function("return 1")())',
  '@(eval("1"))',
  '@(require("fs"))',
  '@(import("fs"))',
  "@(console.log(1))",
  "@(arguments[0])",
  "@(arguments.callee)",
  "@(undefined)",
  "@(NaN)",
  "@(k0)",
  "@(K[0])",
  '@("".\\u0063onstructor)',
  "@(\\u0070rocess)",
  "@(typeof process)",
  "@(void 0)",
  "@(1n)",
  "@(`x`)",
  '@(/x/.test("x"))',
  "@(() => process)",
  '@("".GetType().Assembly)',
  '@("".GetType().Assembly.GetType("System.IO.File"))',
  "@(typeof(string).Assembly)",
  '@(Type.GetType("System.Diagnostics.Process"))',
  '@(System.IO.File.ReadAllText("/etc/passwd"))',
  '@(System.Diagnostics.Process.Start("sh"))',
  '@(Environment.GetEnvironmentVariable("HOME"))',
  "@(Activator.CreateInstance(null))",
  "@(new { A = 1 }.constructor)",
  "@(new { A = 1 }.values)",
  "@(new int[1].items)",
  "@(1)); process.exit(1); //",
  "@{ return 1; } process.exit(1); {",
];

/** Text stays text, whatever it says. */
const strings = [
  '"); process.exit(1); ("',
  `$${"{process.exit(1)}"}`,
  "`+process.exit(1)+`",
  "'\"\\`",
  "\\u0022+process.exit(1)+\\u0022",
  "line\u2028separator\u2029paragraph",
  "new\nline\r\ttab\0nul",
  "\ud800 alone",
  "</script><!-- --> */ /* //",
];

const literal = (text: string): string =>
  `"${[...text].map((char) => (/[a-zA-Z0-9 ]/.test(char) ? char : escaped(char))).join("")}"`;
const escaped = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");
const verbatim = (text: string): string => `@"${text.replaceAll('"', '""')}"`;

/** Words of JavaScript that are names like any other in C#. */
const names = [
  "function",
  "arguments",
  "eval",
  "await",
  "let",
  "constructor",
  "__proto__",
  "hasOwnProperty",
  "prototype",
  "undefined",
  "NaN",
  "Infinity",
  "debugger",
  "delete",
  "yield",
  "export",
  "with",
  "super",
  "k0",
  "K",
  "c",
  "v0",
  "t1",
  "process",
  "globalThis",
  "\\u0061bc",
  "@class",
  "naïve",
];

describe("an expression reaches nothing of the host", () => {
  for (const text of refused) {
    it(`refuses ${text}`, () => {
      expect(both(text)).toMatch(/^error /);
    });
  }

  for (const text of strings) {
    it(`keeps ${JSON.stringify(text)} as text`, () => {
      expect(both(`@(${literal(text)})`)).toBe(text);
      expect(both(`@(${verbatim(text)})`)).toBe(text);
      expect(both(`@(${literal(text)} + 1)`)).toBe(`${text}1`);
      expect(both(`@($"{1}" + ${verbatim(text)} + $"{2}")`)).toBe(`1${text}2`);
      const braces = text.replaceAll("{", "{{").replaceAll("}", "}}");
      expect(both(`@($@"${braces.replaceAll('"', '""')}{1}")`)).toBe(`${text}1`);
      expect(both(`@{ switch (${literal(text)}) { case ${literal(text)}: return 1; default: return 2; } }`)).toBe("1");
    });
  }

  for (const name of names) {
    it(`takes '${name}' as a name`, () => {
      expect(both(`@{ var ${name} = 1; ${name} += 2; return ${name}; }`)).toBe("3");
      expect(both(`@{ int ${name}(int n) { return n + 1; } return ${name}(1); }`)).toBe("2");
      expect(both(`@{ Func<int, int> f = ${name} => ${name} * 2; return f(4); }`)).toBe("8");
      expect(both(`@{ foreach (var ${name} in new[] { 7 }) { return ${name}; } return 0; }`)).toBe("7");
      expect(both(`@(new { ${name} = 5 }.${name})`)).toBe("5");
      expect(both(`@{ object o = 5; return o is int ${name} ? ${name} : 0; }`)).toBe("5");
      expect(both(`@{ try { throw new Exception("e"); } catch (Exception ${name}) { return ${name}.Message; } }`)).toBe(
        "e",
      );
      expect(both(`@{ if (int.TryParse("3", out var ${name})) return ${name}; return 0; }`)).toBe("3");
    });
  }

  const keys = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "valueOf"];
  for (const key of keys) {
    it(`takes "${key}" as a key`, () => {
      expect(both(`@{ var d = new Dictionary<string, int>(); return d.ContainsKey("${key}"); }`)).toBe("False");
      expect(both(`@{ var d = new Dictionary<string, int> { { "${key}", 4 } }; return d["${key}"]; }`)).toBe("4");
      expect(both(`@{ var j = new JObject(); return j["${key}"] == null; }`)).toBe("True");
      expect(both(`@{ var j = new JObject(); j["${key}"] = 4; return j["${key}"]; }`)).toBe("4");
      expect(
        both(`@{ var j = JObject.Parse("{\\"${key}\\":{\\"polluted\\":1}}"); return j["${key}"]["polluted"]; }`),
      ).toBe("1");
      expect(both(`@(JObject.FromObject(new { ${key} = 1 }).ToString(Newtonsoft.Json.Formatting.None))`)).toBe(
        `{"${key}":1}`,
      );
    });
  }

  it("leaves the prototypes as they were", () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    both(
      '@{ var j = JObject.Parse("{\\"__proto__\\":{\\"polluted\\":true}}"); j["__proto__"]["polluted"] = 2; return j; }',
    );
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
