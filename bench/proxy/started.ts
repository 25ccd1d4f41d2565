import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** Something that listens, in a process of its own. */
export interface Started {
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

export function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file)) ?? null;
}

const taskset = findProgram("taskset");

/** Whether processes can be kept apart: what is measured alone on the first core, all else on the others. */
export const pinned = taskset !== null && os.cpus().length > 1;

export function onCore(which: "measured" | "others", command: string, args: string[]): [string, string[]] {
  if (!pinned || taskset === null) return [command, args];
  const cores = which === "measured" ? "0" : `1-${os.cpus().length - 1}`;
  return [taskset, ["-c", cores, command, ...args]];
}

/** A Node program that tells its port by a message. */
export async function startNode(
  which: "measured" | "others",
  file: string,
  env: Record<string, string>,
): Promise<Started> {
  const [command, args] = onCore(which, process.execPath, [file]);
  const child = spawn(command, args, {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "error", ...env },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.on("message", (message: { port: number }) => resolve(message.port));
    child.on("exit", (code) => reject(new Error(`${path.basename(file)} ended with code ${code} before it listened`)));
  });
  return { pid: child.pid as number, url: `http://127.0.0.1:${port}`, stop: () => stop(child) };
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), 3_000);
  await ended;
  clearTimeout(hard);
}
