// Ten typical policies on one operation: beside nginx with the same checks in Lua, beside Node proxies with the same checks
// by hand, beside the same gateway without policies, and among 10,000 operations.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { cpuSeconds } from "@/bench/proxy/cpu-time";
import { installPeers } from "@/bench/proxy/install-peers";
import { load, loadProgram } from "@/bench/proxy/load";
import { onCore, pinned, type Started, startNode } from "@/bench/proxy/started";
import { startNginxLua } from "./nginx-lua";
import { requestHeaders, steps, subscriptionKey, token } from "./ten-policies";

const rounds = 5;
const warmUpSeconds = 3;
const measuredSeconds = 4;
const peers = path.resolve(import.meta.dirname, "../peers");
const nodePeers = ["fastify-reply-from-hooks", "fast-proxy-hooks", "http-proxy-3-hooks"];
const [bare, ten, many] = [
  "gatehouse, no policies",
  "gatehouse, ten policies",
  "gatehouse, ten, among 10,000 operations",
];

installPeers(peers);
const gatewayFile = await bundle("gateway-process");
const started: Started[] = [];
const contenders = new Map<string, Started>();
const memory = new Map<string, number>();
try {
  const upstream = keep(await startNode("others", path.join(peers, "upstream.mjs"), { BENCH_KEY: subscriptionKey }));
  const env = { BENCH_UPSTREAM: upstream.url, BENCH_KEY: subscriptionKey, BENCH_TOKEN: token };
  const all = Object.keys(steps).join(";");
  contenders.set(bare, keep(await startNode("measured", gatewayFile, env)));
  contenders.set(
    ten,
    keep(await startNode("measured", gatewayFile, { ...env, BENCH_STEPS: all, BENCH_OPERATIONS: "10" })),
  );
  contenders.set(
    many,
    keep(await startNode("measured", gatewayFile, { ...env, BENCH_STEPS: all, BENCH_OPERATIONS: "10000" })),
  );
  const lua = await startNginxLua(upstream.url);
  if (lua === null)
    console.log("nginx with Lua is not installed; to compare: apt-get install nginx-light libnginx-mod-http-lua");
  else contenders.set("nginx + lua", keep(lua));
  for (const name of nodePeers) {
    contenders.set(name, keep(await startNode("measured", path.join(peers, `${name}.mjs`), env)));
  }
  const where = pinned ? "each contender alone on one core, load and backend on the others" : "not pinned to cores";
  console.log(
    `GET of 1 KB, kept connections, ${loadProgram}, ${rounds} interleaved rounds, median; ${where}; Node ${process.versions.node}, ${os.cpus()[0]?.model ?? "unknown processor"}\n`,
  );
  for (const [name, { url }] of contenders) {
    const { requests, failed } = await load(url, requestHeaders, warmUpSeconds, peers);
    if (failed > 0 || requests === 0) throw new Error(`${name} answered ${requests} requests and failed ${failed}`);
  }
  const results = new Map<string, number[]>([...contenders.keys()].map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const [name, { pid, url }] of contenders) {
      const before = cpuSeconds(pid);
      const { requests, failed } = await load(url, requestHeaders, measuredSeconds, peers);
      const after = cpuSeconds(pid);
      if (failed > 0) console.log(`round ${round}: ${name} failed ${failed} of ${requests + failed} requests`);
      results.get(name)?.push(requests / (before === null || after === null ? measuredSeconds : after - before));
    }
  }
  for (const [name, { pid }] of contenders) memory.set(name, residentMegabytes(pid));
  report(results);
} finally {
  for (const each of started.reverse()) await each.stop();
}
await reportSteps();

function keep(one: Started): Started {
  started.push(one);
  return one;
}

/** As it is shipped: one file, packages beside it. */
async function bundle(name: string): Promise<string> {
  const outfile = path.resolve(import.meta.dirname, `../../node_modules/.cache/gatehouse-bench/policies-${name}.mjs`);
  await build({
    entryPoints: [path.join(import.meta.dirname, `${name}.ts`)],
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

function residentMegabytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function report(results: Map<string, number[]>): void {
  const medians = new Map([...results].map(([name, values]) => [name, median(values)]));
  const reference = medians.get("nginx + lua");
  const best = Math.max(...nodePeers.map((name) => medians.get(name) ?? 0));
  console.log("| contender | requests per CPU second | of nginx + lua | of the best Node peer | memory |");
  console.log("|---|---:|---:|---:|---:|");
  for (const [name, value] of [...medians].sort((one, other) => other[1] - one[1])) {
    const ofNginx = reference === undefined ? "–" : (value / reference).toFixed(2);
    console.log(
      `| ${name} | ${Math.round(value)} | ${ofNginx} | ${(value / best).toFixed(2)} | ${Math.round(memory.get(name) ?? 0)} MB |`,
    );
  }
  const of = (one: string, other: string) => (medians.get(one) ?? 0) / (medians.get(other) ?? 1);
  told("Ten policies against none", of(ten, bare), 0.85);
  told("10,000 operations against 10", of(many, ten), 0.95);
  told("Ten policies against the best Node peer with the same checks", (medians.get(ten) ?? 0) / best, 1);
}

function told(what: string, ratio: number, wanted: number): void {
  const reached = ratio >= wanted;
  console.log(`\n${what}: ${ratio.toFixed(2)} (wanted ${wanted}): ${reached ? "reached" : "MISSED"}`);
  if (!reached) process.exitCode = 1;
}

async function reportSteps(): Promise<void> {
  const { stdout } = spawnSync(...onCore("measured", process.execPath, [await bundle("step-cost")]), {
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const costs = JSON.parse(stdout) as { name: string; ns: number }[];
  console.log("\n| policy | nanoseconds it adds |\n|---|---:|");
  for (const { name, ns } of costs) console.log(`| ${name} | ${Math.round(ns)} |`);
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
