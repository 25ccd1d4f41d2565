import { type ChildProcess, fork } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../../..");

export interface BundledGateway {
  child: ChildProcess;
  dataDir: string;
  said(): string;
  /** Ends it without asking, and removes what it kept. */
  remove(): void;
}

/** The gateway's process as it is shipped: processes that are its workers would otherwise translate all of it anew. */
export class GatewayBundle {
  readonly #file = path.join(root, ".test", `gateway-${process.pid}`, "gateway.mjs");

  async make(): Promise<void> {
    await build({
      entryPoints: [path.join(root, "gateway/main.ts")],
      outfile: this.#file,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
      logLevel: "warning",
    });
  }

  remove(): void {
    fs.rmSync(path.dirname(this.#file), { recursive: true, force: true });
  }

  start(settings: Record<string, string>): BundledGateway {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "gateway-workers-"));
    const child = fork(this.#file, [], {
      execArgv: [],
      silent: true,
      env: {
        NODE_ENV: "test",
        PATH: process.env.PATH,
        GATEHOUSE_DATA_DIR: dataDir,
        GATEHOUSE_HOST: "127.0.0.1",
        GATEHOUSE_GATEWAY_PORT: "0",
        GATEHOUSE_NODE_TOKEN: "a-token",
        GATEHOUSE_NODE_NAME: "one-node",
        GATEHOUSE_SEAL_KEY: "ab".repeat(32),
        ...settings,
      },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        said += chunk;
      });
    }
    const remove = () => {
      child.kill("SIGKILL");
      fs.rmSync(dataDir, { recursive: true, force: true });
    };
    return { child, dataDir, said: () => said, remove };
  }
}

/** Its workers' process ids, as Linux tells them. */
export const workersOf = ({ pid }: ChildProcess): number[] =>
  read(`/proc/${pid}/task/${pid}/children`)
    .trim()
    .split(" ")
    .filter((each) => each !== "" && read(`/proc/${each}/environ`).includes("NODE_UNIQUE_ID="))
    .map(Number);

/** "": the process has just ended. */
function read(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
