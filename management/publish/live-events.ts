import type { Management } from "../current";

const heartbeatMs = 15_000;
/** Nodes of other portals are learnt of by looking; changes come at most this often. */
const lookAgainMs = 5_000;
const atMostEveryMs = 100;

/**
 * The state of publishing as server-sent events `status`. Whoever reads slowly is told the latest state, not every one;
 * ends when the reader goes away or the signal says so.
 */
export function liveEvents(
  { store, publish }: Pick<Management, "store" | "publish">,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let stopped = false;
        let due: NodeJS.Timeout | null = null;
        let last = "";
        let sentAt = 0;
        const send = (text: string) => {
          if (stopped) return;
          sentAt = performance.now();
          controller.enqueue(encoder.encode(text));
        };
        const look = async () => {
          due = null;
          // The reader has not taken the last event yet; look again when it has.
          if ((controller.desiredSize ?? 0) <= 0) return plan();
          const [revision, nodes] = await Promise.all([store.revision(), publish.nodes()]);
          const status = JSON.stringify({ revision, nodes });
          if (status !== last) send(`event: status\ndata: ${status}\n\n`);
          last = status;
        };
        const plan = () => {
          if (stopped || due !== null) return;
          due = setTimeout(() => look().catch(fail), Math.max(0, sentAt + atMostEveryMs - performance.now()));
        };
        const unsubscribe = publish.subscribe(plan);
        const looking = setInterval(plan, lookAgainMs);
        const beating = setInterval(() => send(": alive\n\n"), heartbeatMs);
        stop = () => {
          if (stopped) return;
          stopped = true;
          unsubscribe();
          clearInterval(looking);
          clearInterval(beating);
          if (due !== null) clearTimeout(due);
          signal.removeEventListener("abort", end);
        };
        const end = () => {
          if (stopped) return;
          stop();
          controller.close();
        };
        const fail = (error: unknown) => {
          if (stopped) return;
          stop();
          controller.error(error);
        };
        signal.addEventListener("abort", end);
        if (signal.aborted) end();
        else plan();
      },
      cancel: () => stop(),
    },
    { highWaterMark: 16 },
  );
}
