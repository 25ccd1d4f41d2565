// Proxying with a subscription-key check and no other policy: requests per second of processor time, side by side.
import path from "node:path";
import { bundle } from "./bundle";
import { compare } from "./compare";
import { installPeers } from "./install-peers";
import { startNginx } from "./nginx";
import { type Started, startNode } from "./started";

const warmUpSeconds = 2;
const key = "bench-0123456789abcdef0123456789abcdef";
const headers = { "Ocp-Apim-Subscription-Key": key };
const peers = path.resolve(import.meta.dirname, "../peers");
const nodePeers = ["fastify-reply-from", "fast-proxy", "http-proxy-3", "express-gateway"];
const ours = "gatehouse";

installPeers(peers);
const gatewayFile = await bundle(path.join(import.meta.dirname, "gateway-process.ts"), "proxy-gateway");
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
  report(await compare(contenders, headers, warmUpSeconds, peers));
} finally {
  for (const each of started.reverse()) await each.stop();
}

function keep(one: Started): Started {
  started.push(one);
  return one;
}

function report(medians: ReadonlyMap<string, number>): void {
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
