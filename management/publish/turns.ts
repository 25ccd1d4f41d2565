import { setImmediate as nextTurn } from "node:timers/promises";

const maxTurnMs = 3;

/** Lets other work of the process go first whenever this work has run for a few milliseconds. */
export function takeTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < maxTurnMs) return;
    await nextTurn();
    since = performance.now();
  };
}
