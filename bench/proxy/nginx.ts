import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { nginxConfiguration } from "./nginx-configuration";
import { findProgram, onCore, type Started, stop } from "./started";

/** nginx with the same task: check a key, proxy with kept connections, log nothing. null when it is not installed. */
export function startNginx(upstream: string, key: string): Promise<Started | null> {
  return runNginx((folder, port) => nginxConfiguration({ folder, port, upstream }, task(key)));
}

/** Alone on the measured core, with this configuration; null when it is not installed. */
export async function runNginx(configure: (folder: string, port: number) => string): Promise<Started | null> {
  const program = findProgram("nginx");
  if (program === null) return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bench-nginx-"));
  const port = await freePort();
  const file = path.join(folder, "nginx.conf");
  fs.writeFileSync(file, configure(folder, port));
  const [command, args] = onCore("measured", program, ["-c", file, "-p", folder]);
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "ignore"] });
  const url = `http://127.0.0.1:${port}`;
  await reachable(url);
  return {
    pid: child.pid as number,
    url,
    stop: async () => {
      await stop(child);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

const task = (key: string) => ({
  settings: `  map $http_ocp_apim_subscription_key $known { default 0; "${key}" 1; }`,
  checks: "      if ($known = 0) { return 401; }",
});

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function reachable(url: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const answered = await fetch(url).then(
      (response) => response.arrayBuffer(),
      () => null,
    );
    if (answered !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("nginx did not start listening within 5 s.");
}
