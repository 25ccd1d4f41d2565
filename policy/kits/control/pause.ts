import type { Exchange } from "@/policy/exchange";

/** Beyond this a timer of Node fires at once. */
const longestMs = 2 ** 31 - 1;

/** Resolves after that time, or as soon as the client has gone or `signal` says so. It keeps no process alive. */
export function pause(exchange: Exchange, ms: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, Math.min(ms, longestMs));
    timer.unref();
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    }
    signal?.addEventListener("abort", done);
    exchange.atEnd(done);
  });
}
