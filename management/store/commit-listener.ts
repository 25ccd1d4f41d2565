import pg from "pg";
import { log } from "@/lib/log";

export const commitChannel = "gatehouse_commit";
/** Says the id of a draft that was written. */
export const draftChannel = "gatehouse_draft";

const longestPauseMs = 5_000;
const events = log("store");

/**
 * Hears of the commits of every portal on one PostgreSQL database, and of the drafts that they write. What was said
 * while the connection was down is learnt by reading the revision when it is back; of drafts, any may have been written.
 */
export function listenForCommits(
  config: pg.ClientConfig,
  readRevision: () => Promise<number>,
  tell: (revision: number) => void,
  tellOfDraft: (draftId: string | null) => void,
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
    mine.on("notification", ({ channel, payload }) => {
      if (channel === draftChannel) tellOfDraft(payload ?? null);
      else tell(Number(payload));
    });
    try {
      await mine.connect();
      await mine.query(`LISTEN ${commitChannel}; LISTEN ${draftChannel}`);
      tell(await readRevision());
      tellOfDraft(null);
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
