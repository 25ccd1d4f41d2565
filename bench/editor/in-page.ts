import type { Page } from "@playwright/test";

interface Watch {
  paints: number[];
  frames: number[];
}
type Watched = typeof globalThis & { benchWatch?: Watch; benchStop?: () => void };

/** Milliseconds from a click on a link until so many elements of a kind are drawn and have been painted. */
export const clickUntilDrawn = (page: Page, link: string, drawn: string, count: number): Promise<number> =>
  page.evaluate(
    ({ link, drawn, count }) =>
      new Promise<number>((resolve, reject) => {
        const target = document.querySelector<HTMLAnchorElement>(link);
        if (target === null) return reject(new Error(`There is no ${link}.`));
        const startedAt = performance.now();
        const look = () => {
          const found = document.querySelectorAll(drawn).length;
          if (performance.now() - startedAt > 30_000) return reject(new Error(`${found} of ${count} ${drawn}.`));
          if (found < count) return void requestAnimationFrame(look);
          // What a frame draws is painted before the next task.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - startedAt);
            port2.postMessage(null);
          });
        };
        target.click();
        requestAnimationFrame(look);
      }),
    { link, drawn, count },
  );

/** From here on: how long each key takes to its paint. */
export const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const own = globalThis as Watched;
    const watch: Watch = { paints: [], frames: [] };
    own.benchWatch = watch;
    const onKey = (event: KeyboardEvent) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => watch.paints.push(performance.now() - event.timeStamp);
        port2.postMessage(null);
      });
    };
    addEventListener("keydown", onKey, true);
    own.benchStop = () => removeEventListener("keydown", onKey, true);
  });

/** From here on: how long each frame stands. */
export const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const own = globalThis as Watched;
    const watch: Watch = { paints: [], frames: [] };
    own.benchWatch = watch;
    let last = 0;
    let isWatching = true;
    const look = (now: number) => {
      if (last !== 0) watch.frames.push(now - last);
      last = now;
      if (isWatching) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    own.benchStop = () => {
      isWatching = false;
    };
  });

export const seen = (page: Page): Promise<Watch> =>
  page.evaluate(() => {
    const own = globalThis as Watched;
    own.benchStop?.();
    return own.benchWatch ?? { paints: [], frames: [] };
  });
