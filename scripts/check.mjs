// npm run check: types, lint, imports, unit tests. Everything is run, and every failure shown, before it ends.
import { spawnSync } from "node:child_process";
import { bin, quiet, ready } from "./ready.mjs";

const steps = [
  // Incremental checking was seen to miss a changed JSON file; the whole house takes seconds.
  ["Types", bin("typescript/bin/tsc"), "--noEmit", "--incremental", "false"],
  ["Lint and format", bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings"],
  ["Imports", "scripts/check-imports.mjs"],
];

/** Runs the checks that need no test runner; returns the names of those that failed. */
export function checkSources() {
  return steps
    .filter(([title, ...args]) => {
      console.log(`${title} …`);
      return spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...quiet } }).status !== 0;
    })
    .map(([title]) => title);
}

if (process.argv[1] === import.meta.filename) {
  await ready({ build: false });
  const failed = checkSources();
  console.log("Unit tests …");
  const unit = spawnSync(
    process.execPath,
    [bin("vitest/vitest.mjs"), "run", "--project", "unit", ...process.argv.slice(2)],
    { stdio: "inherit", env: { ...process.env, ...quiet } },
  );
  if (unit.status !== 0) failed.push("Unit tests");
  if (failed.length > 0) {
    console.error(`\nFailed: ${failed.join(", ")}`);
    process.exit(1);
  }
}
