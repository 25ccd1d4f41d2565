import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import os from "node:os";
import path from "node:path";

const folders = (process.env.PATH ?? "").split(path.delimiter);
const program = ["redis-server", "valkey-server"]
  .flatMap((name) => folders.map((folder) => path.join(folder, name)))
  .find((file) => existsSync(file));

/** null: there is one; otherwise why its tests are skipped. */
export const redisMissing: string | null =
  program === undefined ? "skipped: no redis-server is installed (Debian: apt-get install redis-server)" : null;

export interface RedisServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** As when its machine dies. */
  kill(): Promise<void>;
  /** Another one at the same place, empty. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A Redis of the test's own, on a free port. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(os.tmpdir(), "gatehouse-redis-"));
  let child = await run(port, folder);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    get process() {
      return child;
    },
    kill,
    restart: async () => {
      await kill();
      child = await run(port, folder);
    },
    close: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function run(port: number, folder: string): Promise<ChildProcess> {
  const settings = ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
  const child = spawn(program as string, settings.map(String), { stdio: ["ignore", "pipe", "ignore"] });
  await new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", () => reject(new Error("redis-server has ended.")));
    child.stdout?.on("data", (data) => {
      if (String(data).includes("Ready to accept connections")) resolve();
    });
  });
  child.stdout?.resume();
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
