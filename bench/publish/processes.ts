import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { childEnvironment } from "@/lib/env";
import type { PortalArguments } from "./portal-process";

const root = path.resolve(import.meta.dirname, "../..");
/** Below the project, so that the bundles find its packages. */
const bundles = path.join(root, "node_modules/.cache/gatehouse-bench/publish");

/** The processes that are measured, as they are shipped: bundled, each on its own. */
export async function bundle(): Promise<void> {
  await build({
    entryPoints: {
      portal: path.join(root, "bench/publish/portal-process.ts"),
      gateway: path.join(root, "gateway/main.ts"),
    },
    outdir: bundles,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "warning",
    absWorkingDir: root,
  });
}

/** Ten thousand operations have to be written first. */
const listenWithinMs = 120_000;

export interface Running {
  port: number;
  startedMs: number;
  stop(): Promise<void>;
}

export class Installation {
  readonly dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-bench-"));
  readonly nodeToken = randomBytes(32).toString("base64url");

  startPortal(operations: number, port = 0): Promise<Running> {
    const given: PortalArguments = { dataDir: this.dataDir, nodeToken: this.nodeToken, operations, port };
    return start("portal", [JSON.stringify(given)], { GATEHOUSE_LOG_LEVEL: "error" });
  }

  startGateway(portalPort: number, port = 0): Promise<Running> {
    return start("gateway", [], {
      GATEHOUSE_LOG_LEVEL: "error",
      GATEHOUSE_DATA_DIR: this.dataDir,
      GATEHOUSE_NODE_TOKEN: this.nodeToken,
      GATEHOUSE_NODE_NAME: "bench",
      GATEHOUSE_CONTROL_URL: `http://127.0.0.1:${portalPort}`,
      GATEHOUSE_GATEWAY_PORT: String(port),
      GATEHOUSE_GATEWAY_TLS_PORT: "0",
      GATEHOUSE_GATEWAY_ADMIN_PORT: "0",
      GATEHOUSE_HOST: "127.0.0.1",
    });
  }

  remove(): void {
    fs.rmSync(this.dataDir, { recursive: true, force: true });
  }
}

const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

function start(name: "portal" | "gateway", given: string[], settings: Record<string, string>): Promise<Running> {
  const startedAt = performance.now();
  const child = fork(path.join(bundles, `${name}.mjs`), given, { cwd: root, env: childEnvironment(settings) });
  children.add(child);
  const ended = new Promise<void>((resolve) => {
    child.on("exit", () => {
      children.delete(child);
      resolve();
    });
  });
  const stop = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return new Promise((resolve, reject) => {
    child.on("message", (message: { kind: string; port: number }) => {
      if (message.kind === "listening") resolve({ port: message.port, startedMs: performance.now() - startedAt, stop });
    });
    const patience = setTimeout(() => reject(new Error(`The ${name} did not listen in time.`)), listenWithinMs);
    patience.unref();
    child.on("exit", (code, signal) => reject(new Error(`The ${name} ended (${signal ?? code}).`)));
  });
}
