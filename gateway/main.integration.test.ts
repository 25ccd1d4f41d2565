import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { bind } from "./bind";

const folder = () => fs.mkdtempSync(path.join(os.tmpdir(), "gateway-main-"));
const running: ChildProcess[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
  for (const each of folders.splice(0)) fs.rmSync(each, { recursive: true, force: true });
});

function start(settings: Record<string, string>): { child: ChildProcess; said: () => string } {
  const dataDir = folder();
  folders.push(dataDir);
  const child = fork(path.join(import.meta.dirname, "main.ts"), [], {
    execArgv: ["--import", "tsx"],
    silent: true,
    env: {
      NODE_ENV: "test",
      PATH: process.env.PATH,
      GATEHOUSE_DATA_DIR: dataDir,
      GATEHOUSE_HOST: "127.0.0.1",
      GATEHOUSE_GATEWAY_PORT: "0",
      GATEHOUSE_CONTROL_URL: "http://127.0.0.1:1",
      GATEHOUSE_NODE_TOKEN: "a-token-of-no-portal",
      ...settings,
    },
  });
  running.push(child);
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  return { child, said: () => said };
}

interface Listening {
  kind: string;
  port: number;
  tlsPort: number;
  adminPort: number;
}

test("starts without a portal, tells its ports and that it is not ready, and ends on SIGTERM", async () => {
  const { child, said } = start({});
  const [message] = (await once(child, "message")) as [Listening];
  expect(message).toEqual({
    kind: "listening",
    port: expect.any(Number),
    tlsPort: expect.any(Number),
    adminPort: expect.any(Number),
  });
  const at = (port: number, at: string) => fetch(`http://127.0.0.1:${port}${at}`);
  expect((await at(message.adminPort, "/healthz")).status).toBe(200);
  expect((await at(message.adminPort, "/readyz")).status).toBe(503);
  expect((await at(message.port, "/status-0123456789abcdef")).status).toBe(200);
  expect((await at(message.port, "/anything")).status).toBe(503);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(said()).not.toContain("a-token-of-no-portal");
});

test("a chosen port that is taken ends it with a sentence and code 2", async () => {
  const holder = createServer();
  const port = await bind(holder, { host: "127.0.0.1", port: 0, chosenBy: null });
  const { child, said } = start({ GATEHOUSE_GATEWAY_PORT: String(port) });
  expect(await once(child, "exit")).toEqual([2, null]);
  expect(said()).toContain(`Port ${port} is taken by another program.`);
  holder.close();
});

test.each([
  ["GATEHOUSE_CONTROL_URL", ""],
  ["GATEHOUSE_NODE_TOKEN", ""],
  ["GATEHOUSE_GATEWAY_PORT", "many"],
  ["GATEHOUSE_EGRESS_ALLOW", "127.0.0.1, http://x"],
])("says so when %s is %j", async (name, value) => {
  const { child, said } = start({ [name]: value });
  expect(await once(child, "exit")).toEqual([2, null]);
  expect(said()).toContain(name);
});
