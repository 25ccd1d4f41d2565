// npm run dev: the same processes from their sources; the portal's pages reload as they are edited, the others restart.
import { spawn } from "node:child_process";
import { quiet, ready } from "./ready.mjs";

await ready({ build: false });
const child = spawn(process.execPath, ["--import", "tsx", "portal/supervisor.ts", "--dev"], {
  stdio: "inherit",
  env: { ...process.env, ...quiet, NODE_ENV: "development" },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// npm does not pass SIGTERM on: when it dies this process is adopted by another. Then stop, too.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
child.on("exit", (code) => process.exit(code ?? 1));
