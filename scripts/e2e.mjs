// npm run e2e: the user stories in a real browser, against the built portal and gateway.
import { spawnSync } from "node:child_process";
import { ensureBrowser } from "./programs.mjs";
import { bin, quiet, ready } from "./ready.mjs";

export function runStories(browser, args = [], env = {}) {
  return spawnSync(process.execPath, [bin("@playwright/test/cli.js"), "test", ...args], {
    stdio: "inherit",
    env: { ...process.env, ...quiet, CHROMIUM_PATH: browser, ...env },
  }).status;
}

if (process.argv[1] === import.meta.filename) {
  await ready();
  process.exit(runStories(await ensureBrowser(), process.argv.slice(2)) ?? 1);
}
