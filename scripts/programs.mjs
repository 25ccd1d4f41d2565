// Finds, and where it may installs, the programs that tests use but that npm does not bring.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { bin, quiet } from "./ready.mjs";

const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export async function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const { chromium } = await import("@playwright/test");
  const own = () => (fs.existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined);
  return own() ?? systemBrowsers.find((file) => fs.existsSync(file));
}

export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  console.log("No Chromium found; installing one for the browser tests …");
  if (!aptInstall("chromium")) {
    spawnSync(process.execPath, [bin("@playwright/test/cli.js"), "install", "chromium"], {
      stdio: "inherit",
      env: { ...process.env, ...quiet },
    });
  }
  const installed = await findBrowser();
  if (installed) return installed;
  console.error(
    "The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.",
  );
  process.exit(1);
}

/** PostgreSQL and Redis: installed when that is possible without asking, else their tests say that they were skipped. */
export function ensureServers() {
  if (!findProgram("postgres") && !fs.existsSync("/usr/lib/postgresql")) {
    console.log("No PostgreSQL found; installing it for the store's tests …");
    if (!aptInstall("postgresql")) console.log("  could not; the PostgreSQL tests will say that they were skipped.");
  }
  if (!findProgram("redis-server")) {
    console.log("No Redis found; installing it …");
    if (!aptInstall("redis-server")) console.log("  could not; tests that need Redis will say that they were skipped.");
  }
}

export function findProgram(name) {
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file));
}

let updated = false;
function aptInstall(name) {
  if (process.getuid?.() !== 0 || !findProgram("apt-get")) return false;
  // A package that starts a server of its own would only be in the way.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  if (!updated) spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", env });
  updated = true;
  return (
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], { stdio: "ignore", env }).status ===
    0
  );
}
