import { onTestFinished } from "vitest";

/** Closed when the test has ended; what was opened last goes first. */
export function kept<T extends { close(): unknown }>(one: T): T {
  onTestFinished(async () => {
    await one.close();
  });
  return one;
}
