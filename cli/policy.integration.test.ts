import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { corpus, noCorpus } from "@/policy/testing/corpus";

const root = path.resolve(import.meta.dirname, "..");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "policy-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  fs.writeFileSync(path.join(folder, name), text);
  return name;
}

/** As people run it: by npm, from their own folder. */
function policy(args: string[], input = ""): { code: number | null; out: string; problems: string } {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "--prefix", root, "policy", "--", ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 64 * 1024 * 1024,
  });
  // npm has warnings of its own about settings of the machine.
  const problems = stderr.split("\n").filter((line) => !line.startsWith("npm warn"));
  return { code: status, out: stdout, problems: problems.join("\n") };
}
const lines = (out: string) =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const good = "<policies><inbound><base /><set-backend-service backend-id='orders' /></inbound></policies>";

describe("check", () => {
  test("one line of JSON per file, and an exit code for all of them", () => {
    file("good.xml", good.replace("backend-id='orders'", "base-url='https://a.example'"));
    file(
      "bad.xml",
      '<policies>\n  <inbound>\n    <set-header name="@(context.Requests)" />\n  </inbound>\n</policies>',
    );
    const { code, out } = policy(["check", "good.xml", "bad.xml", "absent.xml"]);
    expect(code).toBe(1);
    const [first, second, third] = lines(out);
    expect(first).toEqual({ file: "good.xml", ok: true, diagnostics: [] });
    expect(second).toMatchObject({ file: "bad.xml", ok: false });
    expect(second.diagnostics[0]).toEqual({
      severity: "error",
      code: "CS1061",
      line: 3,
      column: 33,
      message: expect.stringContaining("does not contain a definition for 'Requests'"),
    });
    expect(third).toMatchObject({
      ok: false,
      diagnostics: [{ code: "file-unreadable", message: "There is no file 'absent.xml'." }],
    });
    expect(policy(["check", "good.xml"]).code).toBe(0);
  });

  test("what a file refers to exists only when somebody says so", () => {
    file("refers.xml", good.replace("<base />", "<base /><set-method>{{verb}}</set-method>"));
    const names = file("names.json", '{"verb": "@(\\"GET\\".Nothing())"}');
    const codes = (...args: string[]) =>
      lines(policy(["check", "refers.xml", ...args]).out)[0].diagnostics.map((each: { code: string }) => each.code);
    expect(codes()).toEqual(["named-value-unknown", "backend-unknown"]);
    expect(codes("--any-reference")).toEqual([]);
    expect(codes("--named-values", names)).toEqual(["backend-unknown"]);
    file("code.xml", good.replace("backend-id='orders'", 'base-url=\'@({{verb}}.Length + 1 == 2 ? "a" : "b")\''));
    file("number.json", '{"verb": "12"}');
    expect(lines(policy(["check", "code.xml", "--named-values", "number.json"]).out)[0].diagnostics).toMatchObject([
      { code: "CS1061" },
    ]);
  });

  test("the standard input, a scope, and misuse", () => {
    expect(policy(["check", "-", "--any-reference"], good).code).toBe(0);
    const scoped = "<policies><inbound><quota calls='1' renewal-period='60' /></inbound></policies>";
    expect(policy(["check", "-", "--scope", "product"], scoped).code).toBe(0);
    expect(policy(["check", "-", "--scope", "api"], scoped).code).toBe(1);
    expect(policy(["check"])).toMatchObject({ code: 2, problems: expect.stringContaining("'check' needs a file.") });
    expect(policy(["nonsense"])).toMatchObject({
      code: 2,
      problems: expect.stringContaining("There is no command 'nonsense'."),
    });
    expect(policy(["check", "-", "--nonsense"]).code).toBe(2);
  });
});

describe("eval", () => {
  test("prints the value", () => {
    expect(policy(["eval", "1 + 2 * 3"])).toMatchObject({ code: 0, out: "7\n" });
    expect(policy(["eval", "-5 / 2"])).toMatchObject({ code: 0, out: "-2\n" });
    expect(
      policy(["eval", '@{ var list = new List<int> { 3, 1, 2 }; return string.Join(",", list.OrderBy(x => x)); }']).out,
    ).toBe("1,2,3\n");
  });

  test("of what a context says", () => {
    file(
      "context.json",
      '{"Request": {"Method": "PUT", "Url": "https://a.example/x/7?q=1", "Headers": {"X-A": ["1", "2"]}, "Body": {"id": 7}}, "Variables": {"count": 3}}',
    );
    const value = (expression: string) => policy(["eval", expression, "--context", "context.json"]).out;
    expect(value("context.Request.Method + context.Request.Url.Path + context.Request.Url.QueryString")).toBe(
      "PUT/x/7?q=1\n",
    );
    expect(value('@(context.Request.Headers.GetValueOrDefault("x-a", "none"))')).toBe("1,2\n");
    expect(value('context.Request.Body.As<JObject>()["id"]')).toBe("7\n");
    expect(value('(int)context.Variables["count"] == 3')).toBe("True\n");
  });

  test("says what is wrong, and where", () => {
    expect(policy(["eval", "1 +\n foo"])).toMatchObject({
      code: 1,
      out: "",
      problems: expect.stringContaining(
        "error CS0103: The name 'foo' does not exist in the current context\n  |  foo)\n  |  ^",
      ),
    });
    expect(policy(["eval", 'int.Parse("x")'])).toMatchObject({
      code: 1,
      problems: expect.stringContaining("Expression evaluation failed. "),
    });
    expect(policy(["eval", "while"])).toMatchObject({ code: 1 });
  });
});

test("format lays out, and writes only when it is told to", () => {
  const name = file("format.xml", "<policies><inbound><base /></inbound></policies>");
  const laidOut = "<policies>\n    <inbound>\n        <base />\n    </inbound>\n</policies>\n";
  expect(policy(["format", name])).toMatchObject({ code: 0, out: laidOut });
  expect(fs.readFileSync(path.join(folder, name), "utf8")).not.toBe(laidOut);
  expect(policy(["format", name, "--write"])).toMatchObject({ code: 0, out: "" });
  expect(fs.readFileSync(path.join(folder, name), "utf8")).toBe(laidOut);
  expect(policy(["format", "-"], "<policies><inbound></policies>")).toMatchObject({ code: 1, out: "" });
});

const documents = corpus();
test.skipIf(documents.length === 0)(
  `every published document is answered for in one call${noCorpus(documents)}`,
  () => {
    const names = documents.map(({ text }, index) => file(`${index}.xml`, text));
    expect(lines(policy(["check", ...names, "--any-reference"]).out)).toHaveLength(documents.length);
  },
);
