/** Lines of JSON, each sent when it is there. Whoever stops reading ends what makes them. */
export function frameStream<T>(
  make: (signal: AbortSignal) => AsyncGenerator<T>,
  outer: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const gone = new AbortController();
  const frames = make(AbortSignal.any([outer, gone.signal]));
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await frames.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      },
      async cancel() {
        gone.abort();
        await frames.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}

export const frameHeaders = {
  "content-type": "application/x-ndjson; charset=utf-8",
  "cache-control": "no-store",
  // Proxies that gather answers are told not to.
  "x-accel-buffering": "no",
} as const;
