import pg from "pg";
import { log } from "@/lib/log";

export const commitChannel = "gatehouse_commit";

const longestPauseMs = 5_000;
const events = log("store");

/**
 * Hears of the commits of every portal on one PostgreSQL database. What was said while the connection was down is
 * learnt by reading the revision when it is back.
 */
export function listenForCommits(
  config: pg.ClientConfig,
  readRevision: () => Promise<number>,
  tell: (revision: number) => void,
): { stop(): Promise<void> } {
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;

  const connect = async (): Promise<void> => {
    const mine = new pg.Client({ ...config, keepAlive: true });
    client = mine;
    let lost = false;
    const lose = (error?: Error) => {
      if (lost || stopped) return;
      lost = true;
      const pauseMs = Math.min(longestPauseMs, 100 * 2 ** failures++);
      events.warn({ reason: error?.message, pauseMs }, "the connection that tells of commits was lost; trying again");
      mine.end().catch(() => {});
      timer = setTimeout(() => void connect(), pauseMs);
      timer.unref();
    };
    mine.on("error", lose);
    mine.on("end", () => lose());
    mine.on("notification", (message) => tell(Number(message.payload)));
    try {
      await mine.connect();
      await mine.query(`LISTEN ${commitChannel}`);
      tell(await readRevision());
      failures = 0;
    } catch (error) {
      lose(error as Error);
    }
  };

  const first = connect();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await first;
      await client?.end().catch(() => {});
    },
  };
}
