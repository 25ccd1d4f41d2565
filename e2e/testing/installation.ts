import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test as plain } from "@playwright/test";

/** A whole Gatehouse of one's own: supervisor, portal and gateway on free ports and an empty data directory. */
export interface Installation {
  portal: string;
  gateway: string;
  /** The management API's root, and a token with full rights for it. */
  api: string;
  token: string;
  apiOverTls: string;
  /** The file that a client of apiOverTls must trust. */
  authorityFile: string;
  output(): string;
  stop(): Promise<void>;
}

export const administrator = { email: "ada@example.test", password: "correct horse battery" };

export async function install(settings: Record<string, string> = {}): Promise<Installation> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-e2e-"));
  const token = "e2e-token-with-full-rights";
  const child = spawn(process.execPath, ["dist/supervisor.mjs"], {
    stdio: ["ignore", "pipe", "pipe"],
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
  let output = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk;
      if (/Gatehouse is ready[\s\S]*Data directory/.test(output)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`Gatehouse ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`Gatehouse was not ready in time:\n${output}`)), 60_000).unref();
  });
  const line = (label: string) => new RegExp(`^ +${label} +(\\S+)`, "m").exec(output)?.[1] ?? "";
  return {
    portal: line("Portal"),
    gateway: line("Gateway"),
    api: line("Management API"),
    token,
    apiOverTls: line("… over TLS"),
    authorityFile: /authority: (.+)\)/.exec(output)?.[1] ?? "",
    output: () => output,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Stories that share one installation with an administrator; `fresh` is one that nobody has set up. */
export const test = plain.extend<{ fresh: Installation }, { gatehouse: Installation }>({
  gatehouse: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const installation = await install({
        GATEHOUSE_ADMIN_EMAIL: administrator.email,
        GATEHOUSE_ADMIN_PASSWORD: administrator.password,
      });
      await use(installation);
      await installation.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  fresh: async ({}, use) => {
    const installation = await install();
    await use(installation);
    await installation.stop();
  },
});
export { expect } from "@playwright/test";
