// Ten typical policies on one operation: beside nginx with the same checks in Lua, beside Node proxies with the same checks
// by hand, beside the same gateway without policies, and among 10,000 operations.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { bundle } from "@/bench/proxy/bundle";
import { compare } from "@/bench/proxy/compare";
import { installPeers } from "@/bench/proxy/install-peers";
import { onCore, type Started, startNode } from "@/bench/proxy/started";
import { startNginxLua } from "./nginx-lua";
import { requestHeaders, steps, subscriptionKey, token } from "./ten-policies";

const warmUpSeconds = 3;
const peers = path.resolve(import.meta.dirname, "../peers");
const nodePeers = ["fastify-reply-from-hooks", "fast-proxy-hooks", "http-proxy-3-hooks"];
const [bare, ten, many] = [
  "gatehouse, no policies",
  "gatehouse, ten policies",
  "gatehouse, ten, among 10,000 operations",
];

installPeers(peers);
const gatewayFile = await bundle(path.join(import.meta.dirname, "gateway-process.ts"), "policies-gateway-process");
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
  const medians = await compare(contenders, requestHeaders, warmUpSeconds, peers);
  for (const [name, { pid }] of contenders) memory.set(name, residentMegabytes(pid));
  report(medians);
} finally {
  for (const each of started.reverse()) await each.stop();
}
await reportSteps();

function keep(one: Started): Started {
  started.push(one);
  return one;
}

function residentMegabytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function report(medians: ReadonlyMap<string, number>): void {
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
  const { stdout } = spawnSync(
    ...onCore("measured", process.execPath, [
      await bundle(path.join(import.meta.dirname, "step-cost.ts"), "policies-step-cost"),
    ]),
    {
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const costs = JSON.parse(stdout) as { name: string; ns: number }[];
  console.log("\n| policy | nanoseconds it adds |\n|---|---:|");
  for (const { name, ns } of costs) console.log(`| ${name} | ${Math.round(ns)} |`);
}
