// Proxying with a subscription-key check and no other policy: requests per second of processor time, side by side.
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { cpuSeconds } from "./cpu-time";
import { installPeers } from "./install-peers";
import { load, loadProgram } from "./load";
import { startNginx } from "./nginx";
import { pinned, type Started, startNode } from "./started";

const rounds = 5;
const warmUpSeconds = 2;
const measuredSeconds = 4;
const key = "bench-0123456789abcdef0123456789abcdef";
const headers = { "Ocp-Apim-Subscription-Key": key };
const peers = path.resolve(import.meta.dirname, "../peers");
const nodePeers = ["fastify-reply-from", "fast-proxy", "http-proxy-3", "express-gateway"];
const ours = "gatehouse";

installPeers(peers);
const gatewayFile = await bundleGateway();
const started: Started[] = [];
const contenders = new Map<string, Started>();
try {
  const upstream = keep(await startNode("others", path.join(peers, "upstream.mjs"), { BENCH_KEY: key }));
  const env = { BENCH_UPSTREAM: upstream.url, BENCH_KEY: key };
  contenders.set(ours, keep(await startNode("measured", gatewayFile, env)));
  const nginx = await startNginx(upstream.url, key);
  if (nginx === null) console.log("nginx is not installed; to compare with it: apt-get install nginx-light");
  else contenders.set("nginx", keep(nginx));
  for (const name of nodePeers) {
    contenders.set(name, keep(await startNode("measured", path.join(peers, `${name}.mjs`), env)));
  }
  console.log(describeSetting());

  for (const [name, { url }] of contenders) {
    const { requests, failed } = await load(url, headers, warmUpSeconds, peers);
    if (failed > 0 || requests === 0) throw new Error(`${name} answered ${requests} requests and failed ${failed}`);
  }
  const results = new Map<string, number[]>([...contenders.keys()].map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const [name, { pid, url }] of contenders) {
      const before = cpuSeconds(pid);
      const { requests, failed } = await load(url, headers, measuredSeconds, peers);
      const after = cpuSeconds(pid);
      if (failed > 0) console.log(`round ${round}: ${name} failed ${failed} of ${requests + failed} requests`);
      const spent = before === null || after === null ? measuredSeconds : after - before;
      results.get(name)?.push(requests / spent);
    }
  }
  report(results);
} finally {
  for (const each of started.reverse()) await each.stop();
}

function keep(one: Started): Started {
  started.push(one);
  return one;
}

/** As it is shipped: one file, packages beside it. */
async function bundleGateway(): Promise<string> {
  const outfile = path.resolve(import.meta.dirname, "../../node_modules/.cache/gatehouse-bench/proxy-gateway.mjs");
  await build({
    entryPoints: [path.join(import.meta.dirname, "gateway-process.ts")],
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

function describeSetting(): string {
  const where = pinned ? "each contender alone on one core, load and backend on the others" : "not pinned to cores";
  return `GET of 1 KB, kept connections, ${loadProgram}, ${rounds} interleaved rounds, median; ${where}; Node ${process.versions.node}, ${os.cpus()[0]?.model ?? "unknown processor"}\n`;
}

function report(results: Map<string, number[]>): void {
  const medians = new Map([...results].map(([name, values]) => [name, median(values)]));
  const reference = medians.get("nginx");
  const best = Math.max(...nodePeers.map((name) => medians.get(name) ?? 0));
  console.log("| proxy | requests per CPU second | of nginx | of the best Node peer |");
  console.log("|---|---:|---:|---:|");
  for (const [name, value] of [...medians].sort((one, other) => other[1] - one[1])) {
    const ofNginx = reference === undefined ? "–" : (value / reference).toFixed(2);
    console.log(`| ${name} | ${Math.round(value)} | ${ofNginx} | ${(value / best).toFixed(2)} |`);
  }
  const reached = (medians.get(ours) ?? 0) > best;
  console.log(`\nMore requests per CPU second than every Node peer: ${reached ? "yes" : "NO"}`);
  if (!reached) process.exitCode = 1;
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
