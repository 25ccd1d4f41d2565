import { once } from "node:events";
import fs from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { type BundledGateway, GatewayBundle, workersOf } from "./testing/bundled-gateway";

const bundle = new GatewayBundle();
beforeAll(() => bundle.make());
afterAll(() => bundle.remove());

const patience = { timeout: 60_000, interval: 5 };
/** Less than a supervisor waits, and than requests that do not end are given. */
const hangsMs = 20_000;

function start(): BundledGateway {
  const started = bundle.start({ GATEHOUSE_CONTROL_URL: "http://127.0.0.1:1", GATEHOUSE_GATEWAY_WORKERS: "2" });
  onTestFinished(started.remove);
  return started;
}

const isAlive = (pid: number): boolean => {
  try {
    return !/^\d+ \(.*\) [ZX]/.test(fs.readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
};

/** Tells it to end, and answers with how it did; "hangs" when it does not. */
async function drained({ child, said }: BundledGateway, when: string): Promise<void> {
  const workers = child.exitCode === null ? workersOf(child) : [];
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const code = await Promise.race([exit.then(([number]) => number), pause(hangsMs, "hangs", { ref: false })]);
  expect([when, code], said()).toEqual([when, 0]);
  await vi.waitFor(() => expect([when, workers.filter(isAlive)]).toEqual([when, []]), patience);
}

const onLinux = test.skipIf(process.platform !== "linux");

onLinux("told to end at any moment after one of its workers was replaced, it does", { timeout: 290_000 }, async () => {
  // The other worker's place is taken 100 ms later; it listens some hundreds after that.
  for (const delayMs of [0, 1, 90, 100, 105, 120, 150, 200, 300, 450, 650, 900]) {
    const gateway = start();
    await once(gateway.child, "message");
    const [victim] = workersOf(gateway.child);
    expect(victim).toBeDefined();
    process.kill(victim as number, "SIGKILL");
    await pause(delayMs);
    await drained(gateway, `${delayMs} ms after a worker died`);
  }
});

onLinux("told to end at any moment of its start, it does", { timeout: 290_000 }, async () => {
  // From the first moment that there is a worker to when all of them listen.
  for (const delayMs of [0, 20, 60, 120, 250, 400, 600, 900]) {
    const gateway = start();
    await vi.waitFor(() => expect(workersOf(gateway.child).length).toBeGreaterThan(0), patience);
    await pause(delayMs);
    await drained(gateway, `${delayMs} ms after its first worker came`);
  }
});
