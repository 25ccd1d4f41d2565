import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { findProgram, onCore } from "./started";

const run = promisify(execFile);
const connections = 64;

export interface Load {
  requests: number;
  /** Answers other than 2xx, and connections that failed. */
  failed: number;
}

const wrk = findProgram("wrk");
export const loadProgram = wrk === null ? "autocannon" : "wrk";

/** As many requests as can be made over kept connections. */
export function load(
  url: string,
  headers: Readonly<Record<string, string>>,
  seconds: number,
  peersFolder: string,
): Promise<Load> {
  return wrk === null ? byAutocannon(url, headers, seconds, peersFolder) : byWrk(wrk, url, headers, seconds);
}

type HeaderMap = Readonly<Record<string, string>>;

async function byWrk(program: string, url: string, headers: HeaderMap, seconds: number): Promise<Load> {
  const lines = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const args = ["-t1", `-c${connections}`, `-d${seconds}s`, ...lines, `${url}/orders/7`];
  const { stdout } = await run(...onCore("others", program, args));
  const number = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? 0);
  const socketErrors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(stdout);
  const broken = socketErrors === null ? 0 : socketErrors.slice(1, 4).reduce((sum, text) => sum + Number(text), 0);
  return { requests: number(/(\d+) requests in/), failed: number(/Non-2xx or 3xx responses: (\d+)/) + broken };
}

async function byAutocannon(url: string, headers: HeaderMap, seconds: number, peersFolder: string): Promise<Load> {
  const file = path.join(peersFolder, "node_modules/autocannon/autocannon.js");
  const lines = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}=${value}`]);
  const args = ["-j", "-c", String(connections), "-d", String(seconds), ...lines];
  const { stdout } = await run(...onCore("others", process.execPath, [file, ...args, `${url}/orders/7`]));
  const result = JSON.parse(stdout) as { "2xx": number; non2xx: number; errors: number };
  return { requests: result["2xx"], failed: result.non2xx + result.errors };
}
