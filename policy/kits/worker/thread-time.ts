import fs from "node:fs";

type ThreadUsage = { threadCpuUsage?: () => NodeJS.CpuUsage };

/** Linux tells it in hundredths of a second, whatever the machine. */
const ticksPerSecond = 100;

/**
 * The processor's time that this thread has had, in ms. Asking may cost tens of microseconds. Where nothing tells of
 * threads it is that of the whole process, which is never less.
 */
export function threadMs(): number {
  const usage = (process as ThreadUsage).threadCpuUsage?.() ?? usageAt("thread-self") ?? process.cpuUsage();
  return total(usage);
}

/** Where another thread of this process finds what this one uses; null where the system does not tell. */
export function threadPlace(): string | null {
  if (process.platform !== "linux") return null;
  try {
    return fs.readlinkSync("/proc/thread-self");
  } catch {
    return null;
  }
}

/** As `threadMs`, of another thread, while it lives. */
export function threadMsAt(place: string): number | null {
  const usage = usageAt(place);
  return usage === null ? null : total(usage);
}

const total = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

function usageAt(place: string): NodeJS.CpuUsage | null {
  if (process.platform !== "linux") return null;
  try {
    const stat = fs.readFileSync(`/proc/${place}/stat`, "utf8");
    // The name of the program stands in parentheses, and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [user, system] = [Number(fields[11]), Number(fields[12])];
    if (!Number.isFinite(user) || !Number.isFinite(system)) return null;
    return { user: (user / ticksPerSecond) * 1e6, system: (system / ticksPerSecond) * 1e6 };
  } catch {
    return null;
  }
}
