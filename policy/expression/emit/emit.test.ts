import { describe, expect, it } from "vitest";
import { bindText } from "@/policy/expression/bind-text";
import { compileExpression } from "@/policy/expression/compile-expression";
import { ExpressionFailure } from "@/policy/expression/expression-failure";
import { testLibrary } from "@/policy/expression/testing/test-library";
import { begin, defaultLimits, end } from "@/policy/expression/values/budget";
import { emitProgram, emitSource } from "./emit";
import { createRuntimeLibrary } from "./runtime-library";

function sourceOf(text: string): string {
  const { program } = bindText(text, testLibrary.table);
  if (program === null) throw new Error(`Does not compile: ${text}`);
  return emitSource(program, testLibrary).source;
}

describe("emitted source", () => {
  it("bears none of the policy's names", () => {
    const source = sourceOf(
      "@{ int Secret(int hidden) { return hidden + 1; } var visible = Secret(1); Func<int, int> lambda = inner => inner; return new { Property = lambda(visible) }.Property; }",
    );
    expect(source).not.toMatch(/Secret|hidden|visible|lambda|inner|Property/);
  });

  it("is made of our names, numbers, JSON strings and the words of statements alone", () => {
    const source = sourceOf(
      '@{ var s = "a\'b`c"; for (int i = 0; i < 3; i++) { try { s += i; } catch (Exception e) when (e.Message == "x") { throw; } finally { s += "z"; } } switch (s) { case "q": goto default; default: break; } return s + 1.5 + 2L + true + null; }',
    );
    const rest = source
      .replace(/"(?:[^"\\]|\\.)*"/g, "")
      .replace(/\b[a-zA-Z]\d+\b|\bc\b|\bK\b/g, "")
      .replace(/\b\d+(\.\d+)?n?\b/g, "")
      .replace(
        /\b(const|let|function|return|for|do|while|if|else|try|catch|finally|throw|switch|case|default|break|continue|true|false|null|typeof|instanceof|value)\b/g,
        "",
      );
    expect(rest).not.toMatch(/[a-zA-Z_$`]/);
  });

  it("joins a chain of + at once", () => {
    expect(sourceOf('@{ var a = "x"; return a + "b" + a + 1; }').match(/k\d+\(/g)).toHaveLength(2);
  });

  it("runs again and again, each time with variables of its own", () => {
    const { program } = bindText("@{ int n = 0; Func<int> f = () => ++n; f(); return f(); }", testLibrary.table);
    if (program === null) throw new Error("Does not compile.");
    const run = emitProgram(program, testLibrary);
    expect([run(null), run(null)]).toEqual([2, 2]);
  });
});

describe("a library that lacks a member", () => {
  it("is found out when compiling", () => {
    const library = createRuntimeLibrary(testLibrary.table, []);
    expect(() => compileExpression('@("a".ToUpper())', library)).toThrow(
      "No runtime for 'ToUpper()' of System.String.",
    );
  });
});

describe("a compiled expression", () => {
  it("gives boxed values and knows what is fixed", () => {
    expect(compileExpression("@(1 + 1)", testLibrary)).toMatchObject({ ok: true, fixed: { value: 2 } });
    expect(compileExpression("@(1.5)", testLibrary)).toMatchObject({
      fixed: { value: { typeName: "System.Double", value: 1.5 } },
    });
    const run = compileExpression('@("a".ToUpper())', testLibrary);
    expect(run.ok && run.fixed).toBeUndefined();
  });

  it("says in the words of .NET why it failed", () => {
    const compiled = compileExpression("@{ string s = null; return s.Length; }", testLibrary);
    if (!compiled.ok) throw new Error("Does not compile.");
    expect(() => compiled.evaluate(null)).toThrow(ExpressionFailure);
    expect(() => compiled.evaluate(null)).toThrow(
      "Expression evaluation failed. Object reference not set to an instance of an object.",
    );
  });

  it("may be very long", () => {
    const many = (count: number, term: string, operator: string) => new Array(count).fill(term).join(operator);
    const value = (text: string) => {
      const compiled = compileExpression(text, testLibrary);
      return compiled.ok ? compiled.evaluate(null) : compiled.problems;
    };
    expect(value(`@{ int a = 1; return ${many(400, "a", " + ")}; }`)).toBe(400);
    expect(value(`@{ string a = "x"; return (${many(400, "a", " + ")}).Length; }`)).toBe(400);
    expect(value(`@{ bool a = true; return ${many(400, "a", " && ")}; }`)).toBe(true);
    // Thousands either work or are refused; they never take the process along.
    for (const count of [5000, 50_000]) {
      const compiled = compileExpression(`@{ int a = 1; return ${many(count, "a", " + ")}; }`, testLibrary);
      if (compiled.ok) expect(compiled.evaluate(null)).toBe(count);
    }
  });

  it("counts its own budget within another's", () => {
    begin({ ...defaultLimits, steps: 5000 });
    try {
      const compiled = compileExpression("@{ for (int i = 0; i < 100000; i++) { } return 1; }", testLibrary);
      expect(() => compiled.ok && compiled.evaluate(null)).toThrow("takes more steps");
    } finally {
      end();
    }
  });
});
