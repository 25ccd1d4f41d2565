import type { BrowserContextOptions } from "@playwright/test";
import { complaints } from "./complaints";
import { administrator, test as withInstallation } from "./installation";
import { Management } from "./management";
import { browserOf } from "./sign-in";

type StorageState = BrowserContextOptions["storageState"];

/**
 * A story of somebody who is signed in already: `page` is the administrator's, `management` what a script may do. What
 * the page complains about fails the story; what a story provokes on purpose it names in `provoked`.
 */
export const test = withInstallation.extend<
  { management: Management; provoked: RegExp[]; quiet: undefined },
  { session: StorageState }
>({
  session: [
    async ({ browser, gatehouse }, use) => {
      const context = await browserOf(browser, gatehouse, administrator);
      const state = await context.storageState();
      await context.close();
      await use(state);
    },
    { scope: "worker" },
  ],
  storageState: ({ session }, use) => use(session),
  baseURL: ({ gatehouse }, use) => use(gatehouse.portal),
  management: ({ gatehouse }, use) => use(new Management(gatehouse)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  provoked: async ({}, use) => use([]),
  quiet: [
    async ({ page, provoked }, use) => {
      const found = complaints(page, (text) => provoked.some((pattern) => pattern.test(text)));
      await use(undefined);
      expect(found).toEqual([]);
    },
    { auto: true },
  ],
});

import { expect } from "@playwright/test";

export { expect };
