import { setTimeout as sleep } from "node:timers/promises";
import { applyDurationsMs, disconnect, publishOnce, save, steadyLoad, untilServed } from "./measure";
import { bundle, Installation } from "./processes";
import { median, quantile } from "./quantile";

const sizes = [10, 1_000, 10_000];
const publishes = 200;
/** Fresh processes are slow at first, which would flatter the growth when the smallest size is measured first. */
const warmUps = 200;
const requestsPerSecond = 300;
const publishesPerSecond = 5;
const loadMs = 5_000;
const rounds = 5;
const coldStarts = 5;

const ms = (value: number) => `${value.toFixed(1)} ms`;
const verdict = (holds: boolean) => (holds ? "held" : "MISSED");
const rows: Record<string, string>[] = [];

await bundle();
const latencies = new Map<number, number[]>();
for (const operations of sizes) {
  const installation = new Installation();
  console.error(`publish: setting up ${operations} operations`);
  const portal = await installation.startPortal(operations);
  let gateway = await installation.startGateway(portal.port);
  await untilServed(gateway.port, "/probe/");
  latencies.set(operations, await publishMany(portal.port, gateway.port));
  if (operations === sizes.at(-1)) {
    const busyMs = await applyDurationsMs(portal.port, publishes);
    rows.push({
      figure: `gateway's own work per change, ${operations} operations`,
      measured: `p50 ${ms(median(busyMs))}, p99 ${ms(quantile(busyMs, 0.99))}`,
      target: "",
      verdict: "",
    });
    await underLoad(portal.port, gateway.port);
    await gateway.stop();
    await portal.stop();
    const times: number[] = [];
    for (let count = 0; count < coldStarts; count++) {
      const startedAt = performance.now();
      gateway = await installation.startGateway(portal.port);
      await untilServed(gateway.port, "/probe/");
      times.push(performance.now() - startedAt);
      await gateway.stop();
    }
    const worst = Math.max(...times);
    rows.push({
      figure: `cold start from disk, ${operations} operations, no portal`,
      measured: `${ms(median(times))} (worst ${ms(worst)})`,
      target: "< 2,000 ms",
      verdict: verdict(worst < 2_000),
    });
  } else {
    await gateway.stop();
    await portal.stop();
  }
  installation.remove();
}
await disconnect();

const p99 = (operations: number) => quantile(latencies.get(operations) ?? [], 0.99);
const least = sizes[0] as number;
const most = sizes.at(-1) as number;
const growth = p99(most) / p99(least);
rows.unshift(
  ...sizes.map((operations) => ({
    figure: `save acknowledged to first answer, ${operations} operations`,
    measured: `p50 ${ms(median(latencies.get(operations) ?? []))}, p99 ${ms(p99(operations))}`,
    target: operations === most ? "p99 <= 250 ms" : "",
    verdict: operations === most ? verdict(p99(operations) <= 250) : "",
  })),
  {
    figure: `growth of that p99 from ${least} to ${most} operations`,
    measured: `${growth.toFixed(2)}x`,
    target: "<= 2x",
    verdict: verdict(growth <= 2),
  },
);
const columns = ["figure", "measured", "target", "verdict"] as const;
console.log(`| ${columns.join(" | ")} |\n|${columns.map(() => "---|").join("")}`);
for (const row of rows) console.log(`| ${columns.map((column) => row[column]).join(" | ")} |`);
process.exitCode = rows.some((row) => row.verdict === "MISSED") ? 1 : 0;

async function publishMany(portalPort: number, gatewayPort: number): Promise<number[]> {
  for (let count = 0; count < warmUps; count++) await publishOnce(portalPort, gatewayPort, `warm-${count}`);
  const times: number[] = [];
  for (let count = 0; count < publishes; count++) {
    times.push(await publishOnce(portalPort, gatewayPort, `value-${count}`));
    await sleep(10);
  }
  return times;
}

/** Rounds with and without publishing take turns, so that what else the machine does falls on both. */
async function underLoad(portalPort: number, gatewayPort: number): Promise<void> {
  await steadyLoad(gatewayPort, "/load/", requestsPerSecond, loadMs);
  const quiet: number[] = [];
  const busy: number[] = [];
  let failed = 0;
  for (let round = 0; round < rounds; round++) {
    const without = await steadyLoad(gatewayPort, "/load/", requestsPerSecond, loadMs);
    const stop = new AbortController();
    const publishing = publishSteadily(portalPort, round, stop.signal);
    const during = await steadyLoad(gatewayPort, "/load/", requestsPerSecond, loadMs);
    stop.abort();
    await publishing;
    failed += without.failed + during.failed;
    quiet.push(quantile(without.latenciesMs, 0.99));
    busy.push(quantile(during.latenciesMs, 0.99));
  }
  const ratio = median(busy) / median(quiet);
  rows.push({
    figure: `gateway's p99 at ${requestsPerSecond} requests/s, without and with ${publishesPerSecond} publishes/s`,
    measured: `${ms(median(quiet))}, ${ms(median(busy))}: ${ratio.toFixed(2)}x, ${failed} failed`,
    target: "< 2x, 0 failed",
    verdict: verdict(ratio < 2 && failed === 0),
  });
}

async function publishSteadily(portalPort: number, round: number, signal: AbortSignal) {
  for (let count = 0; !signal.aborted; count++) {
    const startedAt = performance.now();
    await save(portalPort, `round-${round}-${count}`);
    await sleep(Math.max(0, 1_000 / publishesPerSecond - (performance.now() - startedAt)));
  }
}
