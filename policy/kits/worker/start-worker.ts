import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

const options = {
  // What it is given is others' data; it needs none of our settings.
  env: {},
  resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
};

/** A thread of worker.ts: bundled beside what this file is bundled into, or from its source. */
export function startWorker(): Worker {
  if (!import.meta.url.endsWith(".ts")) return new Worker(new URL("./worker.mjs", import.meta.url), options);
  const tsx = new URL(
    "dist/esm/api/index.mjs",
    pathToFileURL(createRequire(import.meta.url).resolve("tsx/package.json")),
  );
  const source = new URL("./worker.ts", import.meta.url).href;
  const program = `
    import(${JSON.stringify(tsx.href)}).then(({ register }) => {
      register();
      return import(${JSON.stringify(source)});
    });`;
  return new Worker(program, { ...options, eval: true });
}
