import { spawn } from "node:child_process";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Says what a portal would, and keeps what it was asked. */
let portal: http.Server;
let url: string;
let ok = true;
const asked: { path: string; token: string | undefined; body: string }[] = [];

beforeAll(async () => {
  portal = http.createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const where = new URL(request.url ?? "/", "http://portal").pathname;
    asked.push({ path: where.split("/").slice(-3).join("/"), token: request.headers.authorization, body });
    if (where.endsWith("/apis")) return response.end('{"value":[{"name":"orders"}]}');
    if (where.endsWith("/apis/none/runTests")) return response.end('{"coverage":[]}\n');
    if (where.endsWith("/apis/short/runTests")) return response.end();
    if (where.endsWith("/apis/cut/runTests")) {
      response.writeHead(200, { "content-length": 100 });
      return response.write("{", () => response.destroy());
    }
    if (where.endsWith("/apis/odd/runTests")) return response.end("<html>\n");
    if (!where.endsWith("/apis/orders/runTests")) {
      return response.writeHead(404).end('{"error":{"message":"API not found."}}');
    }
    const result = { name: "t", displayName: "T", ok, failures: [], status: 200, durationMs: 1, traceId: null };
    const branches = [
      { path: "inbound[1]/choose[1]/when[1]", start: 0, end: 1, condition: "@(false)", reached: false },
      { path: "inbound[1]", start: 0, end: 1, condition: null, reached: true },
    ];
    const coverage = [{ documentId: "/policies/policy", hash: "", revision: 1, branches }];
    response.end(`${JSON.stringify(result)}\n${JSON.stringify({ coverage })}\n`);
  });
  await new Promise<void>((resolve) => portal.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => portal.close(resolve)));

const root = path.resolve(import.meta.dirname, "..");

function policy(...args: string[]): Promise<{ code: number | null; out: string; problems: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(root, "cli/policy.ts"), "test", ...args], {
    cwd: root,
    env: { ...process.env, GATEHOUSE_MANAGEMENT_TOKEN: "a-token-for-tests-only" },
  });
  let [out, problems] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    problems += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, problems })));
}

test("a line per test, a summary, and an exit code that says how it went", async () => {
  const passed = await policy("--portal", url, "--draft", "d1");
  expect(JSON.parse(passed.out)).toMatchObject({ api: "orders", name: "t", ok: true });
  expect(passed.problems).toContain("1 passed, 0 failed");
  expect(passed.problems).toContain("/policies/policy inbound[1]/choose[1]/when[1]  @(false)");
  expect(passed.code).toBe(0);
  expect(asked.at(-1)).toEqual({
    path: "apis/orders/runTests",
    token: "Bearer a-token-for-tests-only",
    body: '{"draft":"d1"}',
  });
  ok = false;
  const failed = await policy("--portal", url, "--api", "orders", "--json");
  expect([failed.code, failed.problems]).toEqual([1, ""]);
});

test("misuse and a portal that does not answer are told apart from failures", async () => {
  expect(await policy("--portal", "http://127.0.0.1:1", "--api", "orders")).toMatchObject({
    code: 2,
    problems: expect.stringContaining("could not be reached"),
  });
  expect(await policy("--portal", url, "--api", "gone")).toMatchObject({
    code: 2,
    problems: expect.stringContaining("404 API not found."),
  });
  expect((await policy("--portal", "nowhere")).code).toBe(2);
});

test("what ends before its end has not passed, and no tests are said to be none", async () => {
  const [none, short, cut, odd] = await Promise.all(
    ["none", "short", "cut", "odd"].map((api) => policy("--portal", url, "--api", api)),
  );
  expect(none).toMatchObject({ code: 0, out: "", problems: expect.stringContaining("no tests") });
  expect(short).toMatchObject({ code: 2, out: "", problems: expect.stringContaining("broke off") });
  expect(cut).toMatchObject({ code: 2, out: "", problems: expect.stringContaining("broke off") });
  expect(odd).toMatchObject({ code: 2, out: "", problems: expect.stringContaining("is not a portal") });
});
