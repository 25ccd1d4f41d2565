import os from "node:os";
import { cpuSeconds } from "./cpu-time";
import { load, loadProgram } from "./load";
import { median } from "./median";
import { pinned, type Started } from "./started";

const rounds = 5;
const measuredSeconds = 4;

/** Requests per second of processor time of each contender: the median of rounds in which all have their turn. */
export async function compare(
  contenders: ReadonlyMap<string, Started>,
  headers: Record<string, string>,
  warmUpSeconds: number,
  peers: string,
): Promise<Map<string, number>> {
  const where = pinned ? "each contender alone on one core, load and backend on the others" : "not pinned to cores";
  console.log(
    `GET of 1 KB, kept connections, ${loadProgram}, ${rounds} interleaved rounds, median; ${where}; Node ${process.versions.node}, ${os.cpus()[0]?.model ?? "unknown processor"}\n`,
  );
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
      results.get(name)?.push(requests / (before === null || after === null ? measuredSeconds : after - before));
    }
  }
  return new Map([...results].map(([name, values]) => [name, median(values)]));
}
