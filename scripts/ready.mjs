// Makes a fresh clone runnable: every command calls it first. Plain Node, no dependencies.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");
process.chdir(root);

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Gatehouse needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

export const quiet = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" };
export const bin = (file) => path.join(root, "node_modules", file);

/** What a bundle or the portal's build is made of. */
const shared = ["lib", "policy", "contract", "package-lock.json", "tsconfig.json"];
const plane = [...shared, "management", "portal", "gateway", "prisma/schema.prisma"];
const site = [
  ...shared,
  "app",
  "components",
  "management",
  "messages",
  "public",
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
];

let tell = console.log;

/** Installs, generates and builds whatever is stale; "policy" alone needs neither database nor pages. */
export async function ready({ build = true, only, tell: listener = console.log } = {}) {
  tell = listener;
  await step("Installing packages", "node_modules/.ready", ["package-lock.json"], install);
  if (only === "policy") {
    await step("Bundling the policy command", "dist/.policy-ready", [...shared, "cli", "scripts/bundle.mjs"], () =>
      run(["scripts/bundle.mjs", "policy"]),
    );
    return;
  }
  await step(
    "Generating the database client",
    "generated/.ready",
    ["prisma/schema.prisma", "scripts/generate.mjs", "package-lock.json"],
    () => run(["scripts/generate.mjs"]),
  );
  if (!build) return;
  await step("Bundling the gateway and the portal's server", "dist/.ready", [...plane, "scripts/bundle.mjs"], () =>
    run(["scripts/bundle.mjs"]),
  );
  await step("Building the portal's pages (about a minute)", ".next/.ready", site, () =>
    run([bin("next/dist/bin/next"), "build"], { quietly: true }),
  );
}

async function step(title, stamp, sources, work) {
  const hash = hashOf(sources);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === hash) return;
  const startedAt = Date.now();
  tell(`${title} …`);
  await work();
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, hash);
  tell(`  done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

// No package here needs its install script, and one of them would download an engine that is never used.
async function install() {
  const cli =
    process.env.npm_execpath ?? path.join(path.dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
  // npm's own lines would stand among a command's results.
  const stdio = ["inherit", tell === console.log ? "inherit" : 2, "inherit"];
  const command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const result = fs.existsSync(cli)
    ? spawnSync(process.execPath, [cli, ...command], { stdio })
    : spawnSync("npm", command, { stdio, shell: true });
  if (result.status !== 0) fail("npm ci failed; its message is above.");
}

/** Runs a Node program and waits; with `quietly` its output is shown only when it fails. */
export function run(args, { quietly = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: quietly ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...quiet, ...env },
    });
    const output = [];
    child.stdout?.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));
    child.on("close", (code, signal) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(output));
      fail(`${path.relative(root, args[0])} ended with ${code ?? signal}.`);
    });
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** One hash over names and contents; tests do not count, since nothing is built from them. */
function hashOf(sources) {
  const hash = createHash("sha256").update(process.version);
  const add = (file) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat) return;
    if (!stat.isDirectory())
      return void (/\.test\.tsx?$/.test(file) || hash.update(file).update("\0").update(fs.readFileSync(file)));
    for (const entry of fs.readdirSync(file).sort())
      if (!entry.startsWith(".") && entry !== "testing") add(path.join(file, entry));
  };
  for (const source of sources) add(source);
  return hash.digest("hex");
}
