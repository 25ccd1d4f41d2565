import fs from "node:fs";

/** Linux counts in hundredths of a second, on every architecture that Node runs on. */
const ticksPerSecond = 100;

/** Seconds of processor time that a process and its living children have used; null where /proc does not tell. */
export function cpuSeconds(pid: number): number | null {
  try {
    return [pid, ...childrenOf(pid)].reduce((total, each) => total + ticksOf(each), 0) / ticksPerSecond;
  } catch {
    return null;
  }
}

function ticksOf(pid: number): number {
  const fields = afterName(pid);
  // utime and stime, the 14th and 15th of proc(5)'s stat.
  return Number(fields[11]) + Number(fields[12]);
}

function childrenOf(pid: number): number[] {
  const pids = fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((other) => {
    try {
      return Number(afterName(other)[1]) === pid;
    } catch {
      return false;
    }
  });
}

/** A name may hold blanks and brackets, so the fields are counted from behind its end. */
function afterName(pid: number): string[] {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, "latin1");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
