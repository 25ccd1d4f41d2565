// Bundles each process and command of ours; packages stay in node_modules.
import { build } from "esbuild";

export const bundles = {
  supervisor: "portal/supervisor.ts",
  portal: "portal/main.ts",
  backup: "portal/backup.ts",
  restore: "portal/restore.ts",
  gateway: "gateway/main.ts",
};

await build({
  entryPoints: bundles,
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
