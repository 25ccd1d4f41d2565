import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

// The built processes, as `npm start` runs them.
const token = "supervisor-test-token";
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-supervised-"));
let supervisor: ChildProcess;
let output = "";

function start(settings: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, ["dist/supervisor.mjs"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      GATEHOUSE_PORTAL_PORT: "0",
      GATEHOUSE_GATEWAY_PORT: "0",
      GATEHOUSE_HOST: "127.0.0.1",
      GATEHOUSE_DATA_DIR: dataDir,
      GATEHOUSE_MANAGEMENT_TOKEN: token,
      GATEHOUSE_LOG_LEVEL: "warn",
      ...settings,
    },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  return child;
}

async function until<T>(what: string, probe: () => T | Promise<T>, timeoutMs = 30_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await Promise.resolve(probe()).catch(() => null);
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`${what} did not happen in time:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const line = (label: string) => new RegExp(`^ +${label} +(\\S+)`, "m").exec(output)?.[1] ?? "";
const childPid = (name: string) =>
  Number(
    execFileSync("pgrep", ["-P", String(supervisor.pid), "-f", `${name}.mjs`])
      .toString()
      .trim(),
  );
const put = (id: string, properties: object) =>
  fetch(`${line("Management API")}${id}?api-version=2024-05-01`, {
    method: "PUT",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ properties }),
  });

let upstream: http.Server;
let slowMs = 0;

beforeAll(async () => {
  upstream = http.createServer((_request, response) => void setTimeout(() => response.end("from upstream"), slowMs));
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
  supervisor = start();
  await until("the start", () => output.includes("Gatehouse is ready"), 60_000);
  const serviceUrl = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  for (const [id, properties] of [
    [
      "/apis/plain",
      { displayName: "Plain", path: "plain", protocols: ["http"], subscriptionRequired: false, serviceUrl },
    ],
    ["/apis/plain/operations/get", { displayName: "Get", method: "GET", urlTemplate: "/" }],
  ] as const) {
    expect((await put(id, properties)).status).toBe(201);
  }
  await until("the first answer", async () => (await fetch(`${line("Gateway")}/plain/`)).status === 200);
}, 90_000);

afterAll(async () => {
  supervisor.kill("SIGKILL");
  upstream.close();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

test("a second one on the same data directory is refused, and told who is there", async () => {
  const second = start();
  let said = "";
  second.stderr?.on("data", (chunk) => (said += chunk));
  const [code] = await once(second, "exit");
  expect(code).toBe(1);
  expect(said).toContain(`Gatehouse already runs on ${dataDir}`);
  expect(said).toContain(line("Portal"));
});

test("a port that somebody else has is named, and nothing is left running", async () => {
  const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-port-"));
  for (const [name, settings] of [
    ["GATEHOUSE_PORTAL_PORT", { GATEHOUSE_PORTAL_PORT: new URL(line("Portal")).port }],
    ["GATEHOUSE_GATEWAY_PORT", { GATEHOUSE_GATEWAY_PORT: new URL(line("Gateway")).port }],
  ] as const) {
    const other = start({ GATEHOUSE_DATA_DIR: elsewhere, ...settings });
    let said = "";
    other.stderr?.on("data", (chunk) => (said += chunk));
    const [code] = await once(other, "exit");
    expect(code).toBe(1);
    expect(said).toContain(name);
  }
  fs.rmSync(elsewhere, { recursive: true, force: true });
});

test("a gateway that dies is started again, on its port", async () => {
  const before = childPid("gateway");
  process.kill(before, "SIGKILL");
  await until("the gateway's return", async () => (await fetch(`${line("Gateway")}/plain/`)).status === 200);
  expect(childPid("gateway")).not.toBe(before);
});

test("the gateway serves on while the portal is dead, and follows it again when it is back", async () => {
  process.kill(childPid("portal"), "SIGKILL");
  expect(await (await fetch(`${line("Gateway")}/plain/`)).text()).toBe("from upstream");
  await until("the portal's return", async () => (await put("/tags/back", { displayName: "back" })).ok);
  await put("/apis/plain/operations/other", { displayName: "Other", method: "GET", urlTemplate: "/other" });
  await until("the new operation", async () => (await fetch(`${line("Gateway")}/plain/other`)).status === 200);
});

test("a supervisor that was killed takes its children with it", async () => {
  const children = [childPid("portal"), childPid("gateway")];
  supervisor.kill("SIGKILL");
  await until("their end", () => children.every((pid) => !fs.existsSync(`/proc/${pid}`)));
  output = "";
  supervisor = start();
  await until("the new start", () => output.includes("Gatehouse is ready"), 60_000);
});

test("SIGTERM lets a request in flight finish", async () => {
  slowMs = 1_500;
  const answer = fetch(`${line("Gateway")}/plain/`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  supervisor.kill("SIGTERM");
  expect(await (await answer).text()).toBe("from upstream");
  const [code] = await once(supervisor, "exit");
  expect(code).toBe(0);
  await expect(fetch(line("Portal"))).rejects.toThrow();
});
