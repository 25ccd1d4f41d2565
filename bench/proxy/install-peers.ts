import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** What is compared with is installed in a folder of its own, once. */
export function installPeers(peers: string): void {
  const lock = path.join(peers, "package-lock.json");
  const installed = path.join(peers, "node_modules/.package-lock.json");
  if (fs.existsSync(installed) && fs.statSync(installed).mtimeMs >= fs.statSync(lock).mtimeMs) return;
  console.log("Installing the peers to compare with, once …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: peers,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("npm ci failed in bench/peers");
}
