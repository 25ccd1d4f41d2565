const slot = Symbol.for("gatehouse.operators-queue");
const slots = globalThis as { [slot]?: Promise<unknown> };

/**
 * Runs changes of operators one after the other, over all bundles of this process: "not the last owner" is read first
 * and written after, and two owners who demote each other must not both find the other one still there.
 */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const before = slots[slot] ?? Promise.resolve();
  const result = before.then(work, work);
  slots[slot] = result.catch(() => undefined);
  return result;
}
