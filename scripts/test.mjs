// npm test: everything, on a machine where nothing was installed by hand; ends with one line that counts.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { checkSources } from "./check.mjs";
import { runStories } from "./e2e.mjs";
import { ensureBrowser, ensureServers } from "./programs.mjs";
import { bin, quiet, ready } from "./ready.mjs";

await ready();
const browser = await ensureBrowser();
ensureServers();

const failedChecks = checkSources();
fs.rmSync(".test", { recursive: true, force: true });
fs.mkdirSync(".test", { recursive: true });

console.log("Unit and integration tests …");
const vitest = spawnSync(
  process.execPath,
  [bin("vitest/vitest.mjs"), "run", "--reporter=dot", "--reporter=json", "--outputFile.json=.test/vitest.json"],
  { stdio: "inherit", env: { ...process.env, ...quiet } },
);
console.log("Browser tests …");
const stories = runStories(browser, [], { STORIES_JSON: ".test/stories.json" });

const counts = { passed: 3 - failedChecks.length, failed: failedChecks.length, skipped: 0 };
const unit = read(".test/vitest.json");
counts.passed += unit?.numPassedTests ?? 0;
counts.failed += unit?.numFailedTests ?? 0;
counts.skipped += unit?.numPendingTests ?? 0;
const browserStats = read(".test/stories.json")?.stats;
counts.passed += (browserStats?.expected ?? 0) + (browserStats?.flaky ?? 0);
counts.failed += browserStats?.unexpected ?? 0;
counts.skipped += browserStats?.skipped ?? 0;
// A runner that died, or that failed outside a test, counts as one failure of its own.
if (vitest.status !== 0 && !(unit?.numFailedTests > 0)) counts.failed++;
if (stories !== 0 && !(browserStats?.unexpected > 0)) counts.failed++;

if (failedChecks.length > 0) console.error(`\nFailed checks: ${failedChecks.join(", ")}`);
console.log(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ""}`,
);
process.exit(counts.failed > 0 ? 1 : 0);

function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
