import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { AlreadyRunning, lockInstance } from "./instance-lock";

function folder(): string {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-lock-"));
  onTestFinished(() => fs.rmSync(dataDir, { recursive: true }));
  return dataDir;
}

test("a second one is refused, and told who holds the directory", () => {
  const dataDir = folder();
  const lock = lockInstance(dataDir);
  lock.describe({ portal: "http://localhost:3000" });
  expect(() => lockInstance(dataDir)).toThrow(AlreadyRunning);
  expect(() => lockInstance(dataDir)).toThrow(`process ${process.pid}, portal http://localhost:3000`);
  lock.release();
  lockInstance(dataDir).release();
});

test("a holder that was killed leaves nothing behind", async () => {
  const dataDir = folder();
  const program = `import("./lib/instance-lock.ts").then((m) => { m.lockInstance(${JSON.stringify(dataDir)}); console.log("held"); setInterval(() => {}, 1000); })`;
  const holder = spawn(process.execPath, ["--import", "tsx", "-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  await once(holder.stdout, "data");
  expect(() => lockInstance(dataDir)).toThrow(AlreadyRunning);
  holder.kill("SIGKILL");
  await once(holder, "exit");
  lockInstance(dataDir).release();
});
