import { expect } from "@playwright/test";

/** The portal has its own ways to say that a change has reached the gateway; a script asks until it has. */
export const eventually = (assertion: () => Promise<void>): Promise<void> =>
  expect(assertion).toPass({ timeout: 10_000 });
