import { setTimeout as sleep } from "node:timers/promises";
import { Agent, type Dispatcher } from "undici";
import { serviceId } from "@/lib/service-id";
import { probePolicy } from "./configure";

const agent = new Agent({ connections: 64, pipelining: 1 });

export interface Answer {
  status: number;
  probe: string;
}

async function ask(port: number, method: Dispatcher.HttpMethod, path: string, body?: string): Promise<Answer> {
  const origin = `http://127.0.0.1:${port}`;
  const headers = body === undefined ? {} : { "content-type": "application/json" };
  const response = await agent.request({ origin, method, path, body, headers });
  await response.body.dump();
  return { status: response.statusCode, probe: String(response.headers["x-probe"] ?? "") };
}

export const get = (port: number, path: string) => ask(port, "GET", path);

/** Asks until it is answered with 200; tells how long that took. */
export async function untilServed(port: number, path: string, limitMs = 30_000): Promise<number> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < limitMs) {
    const answer = await get(port, path).catch(() => null);
    if (answer?.status === 200) return performance.now() - startedAt;
    await sleep(2);
  }
  throw new Error(`${path} was not served within ${limitMs} ms.`);
}

/** Saves a policy through the REST door. */
export async function save(portalPort: number, text: string): Promise<void> {
  const path = `${serviceId}/apis/probe/operations/get/policies/policy?api-version=2024-05-01`;
  const saved = await ask(portalPort, "PUT", path, JSON.stringify({ properties: probePolicy(text) }));
  if (saved.status > 201) throw new Error(`The save was answered with ${saved.status}.`);
}

/** Saves, then asks the gateway again and again: the time from the save's answer to the first by the new version. */
export async function publishOnce(portalPort: number, gatewayPort: number, text: string): Promise<number> {
  await save(portalPort, text);
  const savedAt = performance.now();
  for (;;) {
    const { probe } = await get(gatewayPort, "/probe/");
    const passedMs = performance.now() - savedAt;
    if (probe === text) return passedMs;
    if (passedMs > 10_000) throw new Error("The change was not live within 10 s.");
  }
}

/** How long the gateway itself was busy with each of its last changes, as its receipts say. */
export async function applyDurationsMs(portalPort: number, count: number): Promise<number[]> {
  const path = `${serviceId}/receipts?api-version=2024-05-01&$top=${count}`;
  const answer = await agent.request({ origin: `http://127.0.0.1:${portalPort}`, method: "GET", path });
  const { value } = (await answer.body.json()) as { value: { durationMs: number }[] };
  return value.map(({ durationMs }) => durationMs);
}

/** A steady stream of requests, each timed from when it was due, so that a stall counts for all it held up. */
export async function steadyLoad(
  port: number,
  path: string,
  perSecond: number,
  durationMs: number,
): Promise<{ latenciesMs: number[]; failed: number }> {
  const latenciesMs: number[] = [];
  let failed = 0;
  const startedAt = performance.now();
  const open = new Set<Promise<void>>();
  for (let count = 0; ; count++) {
    const dueAt = startedAt + (count * 1_000) / perSecond;
    if (dueAt - startedAt > durationMs) break;
    const waitMs = dueAt - performance.now();
    if (waitMs > 1) await sleep(waitMs);
    const from = Math.min(dueAt, performance.now());
    const one = get(port, path)
      .then(({ status }) => {
        if (status !== 200) failed++;
        latenciesMs.push(performance.now() - from);
      })
      .catch(() => {
        failed++;
      })
      .finally(() => open.delete(one));
    open.add(one);
  }
  await Promise.all(open);
  return { latenciesMs, failed };
}

export const disconnect = () => agent.close();
