// Bundles each process and command of ours, or the one that is named; packages stay in node_modules.
import { build } from "esbuild";

const bundles = {
  supervisor: "portal/supervisor.ts",
  portal: "portal/main.ts",
  backup: "portal/backup.ts",
  restore: "portal/restore.ts",
  gateway: "gateway/main.ts",
  worker: "policy/kits/worker/worker.ts",
  policy: "cli/policy.ts",
};

const [only] = process.argv.slice(2);

await build({
  entryPoints: only === undefined ? bundles : { [only]: bundles[only] },
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: false,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  sourcemap: "linked",
  logLevel: "warning",
});
