import path from "node:path";
import { build } from "esbuild";

/** As it is shipped: one file, packages beside it. Below the project, so that it finds its packages. */
export async function bundle(entry: string, name: string): Promise<string> {
  const outfile = path.resolve(import.meta.dirname, `../../node_modules/.cache/gatehouse-bench/${name}.mjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  return outfile;
}
