import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { childEnvironment, env, WrongSettings } from "@/lib/env";
import { AlreadyRunning, lockInstance } from "@/lib/instance-lock";
import { serviceId } from "@/lib/service-id";

/** What a child says once it takes requests. */
interface Listening {
  kind: "listening";
  port: number;
  tlsPort?: number | null;
  adminPort?: number | null;
  authorityFile?: string;
  setupUrl?: string | null;
}

/** A child that ends with this code has said what is wrong with its settings; starting it again would not help. */
const hopelessExitCode = 2;
const firstDelayMs = 200;
const longestDelayMs = 10_000;
const drainMs = 30_000;

const startedAt = performance.now();
const development = process.argv.includes("--dev");
const root = path.resolve(import.meta.dirname, "..");

/** Keeps one child alive: starts it again, ever more slowly, when it dies. */
class Kept {
  listening: Listening | null = null;
  private child: ChildProcess | null = null;
  private delayMs = firstDelayMs;
  private stopping = false;

  constructor(
    readonly name: "portal" | "gateway",
    private readonly settings: () => Record<string, string>,
    private readonly onListening: (listening: Listening) => void,
  ) {}

  start(): void {
    const [file, execArgv] = development
      ? [path.join(root, this.name, "main.ts"), ["--import", "tsx"]]
      : [path.join(root, "dist", `${this.name}.mjs`), ["--enable-source-maps"]];
    const bornAt = performance.now();
    this.child = fork(file, [], { cwd: root, execArgv, env: childEnvironment(this.settings()) });
    this.child.on("message", (message: Listening) => {
      if (message.kind !== "listening") return;
      this.listening = message;
      this.onListening(message);
    });
    this.child.on("exit", (code, signal) => {
      this.child = null;
      if (this.stopping) return;
      if (code === hopelessExitCode) return void stop(1);
      if (performance.now() - bornAt > longestDelayMs) this.delayMs = firstDelayMs;
      console.error(`The ${this.name} ended (${signal ?? code}); starting it again in ${this.delayMs} ms.`);
      setTimeout(() => this.stopping || this.start(), this.delayMs);
      this.delayMs = Math.min(this.delayMs * 2, longestDelayMs);
    });
  }

  /** For development: a changed source ends the child, which starts anew at once. */
  restart(): void {
    this.delayMs = firstDelayMs;
    this.child?.kill("SIGTERM");
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child === null) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    const hard = setTimeout(() => child.kill("SIGKILL"), drainMs);
    await ended;
    clearTimeout(hard);
  }
}

const settings = readSettings();
const lock = takeDirectory();
const nodeToken = settings.GATEHOUSE_NODE_TOKEN ?? randomBytes(32).toString("base64url");

const portal = new Kept(
  "portal",
  () => ({
    GATEHOUSE_NODE_TOKEN: nodeToken,
    // A port chosen by the system is kept over a restart, since browsers and the gateway know it.
    GATEHOUSE_PORTAL_PORT: String(portal.listening?.port ?? settings.GATEHOUSE_PORTAL_PORT),
    ...gatewayAddress(),
  }),
  () => {
    if (gateway.listening === null && settings.GATEHOUSE_PORTAL_PORT === 0) gateway.start();
    announce();
  },
);
const gateway: Kept = new Kept(
  "gateway",
  () => ({
    GATEHOUSE_NODE_TOKEN: nodeToken,
    GATEHOUSE_NODE_NAME: settings.GATEHOUSE_NODE_NAME ?? "managed",
    GATEHOUSE_CONTROL_URL:
      settings.GATEHOUSE_CONTROL_URL ?? `http://127.0.0.1:${portal.listening?.port ?? settings.GATEHOUSE_PORTAL_PORT}`,
    GATEHOUSE_GATEWAY_PORT: String(gateway.listening?.port ?? settings.GATEHOUSE_GATEWAY_PORT),
  }),
  announce,
);

portal.start();
// With a fixed port the gateway needs no portal to start: it serves its last good state at once.
if (settings.GATEHOUSE_PORTAL_PORT !== 0) gateway.start();
if (development) watchSources();

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
// npm does not pass SIGTERM on: when it dies this process is adopted by another. Then stop, too.
if (process.argv.includes("--npm") && process.platform !== "win32") {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void stop(0), 500).unref();
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  // The gateway first stops taking requests; the portal stays until it has heard the last receipts.
  await gateway.stop();
  await portal.stop();
  lock.release();
  process.exit(code);
}

let announced = false;
function announce(): void {
  const { listening: site } = portal;
  const { listening: traffic } = gateway;
  if (site === null || traffic === null) return;
  const at = (port: number, scheme = "http") => `${scheme}://localhost:${port}`;
  lock.describe({ portal: at(site.port), gateway: at(traffic.port) });
  if (announced) return;
  announced = true;
  const lines: [string, string | null][] = [
    ["Portal", at(site.port)],
    ["Gateway", at(traffic.port)],
    ["Gateway over TLS", traffic.tlsPort ? at(traffic.tlsPort, "https") : null],
    ["Gateway health", traffic.adminPort ? `${at(traffic.adminPort)}/healthz` : null],
    ["Management API", `${at(site.port)}${serviceId}`],
    ["… over TLS", site.tlsPort ? `${at(site.tlsPort, "https")} (authority: ${site.authorityFile})` : null],
    ["Data directory", settings.dataDir],
    ["Set up", site.setupUrl ?? null],
  ];
  const shown = lines.filter((line): line is [string, string] => line[1] !== null);
  const text = shown.map(([label, value]) => `  ${label.padEnd(17)} ${value}`).join("\n");
  console.log(`\nGatehouse is ready (${((performance.now() - startedAt) / 1000).toFixed(1)} s)\n\n${text}\n`);
}

function gatewayAddress(): Record<string, string> {
  const port = gateway.listening?.port ?? settings.GATEHOUSE_GATEWAY_PORT;
  return port === 0 ? {} : { GATEHOUSE_GATEWAY_PORT: String(port) };
}

function readSettings() {
  try {
    return env();
  } catch (error) {
    return quit(error, WrongSettings);
  }
}

function takeDirectory() {
  try {
    return lockInstance(settings.dataDir);
  } catch (error) {
    return quit(error, AlreadyRunning);
  }
}

function quit(error: unknown, expected: new (message: string) => Error): never {
  console.error(error instanceof expected ? error.message : error);
  process.exit(1);
}

function watchSources(): void {
  const pending = new Map<Kept, NodeJS.Timeout>();
  const soon = (kept: Kept) => {
    clearTimeout(pending.get(kept));
    pending.set(
      kept,
      setTimeout(() => kept.restart(), 150),
    );
  };
  for (const folder of ["gateway", "policy", "contract", "lib", "portal", "management"]) {
    fs.watch(path.join(root, folder), { recursive: true }, (_event, file) => {
      if (!file?.endsWith(".ts") || file.endsWith(".test.ts")) return;
      if (["gateway", "policy", "contract", "lib"].includes(folder)) soon(gateway);
      if (["portal", "management", "contract", "lib"].includes(folder)) soon(portal);
    });
  }
}
