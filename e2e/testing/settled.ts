import { expect, type Page } from "@playwright/test";

/** Waits until a page shows what it is for: its heading, no place holder any more, and the state of publishing. */
export async function settled(page: Page, status: RegExp = /gateway/i): Promise<void> {
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("main .animate-pulse, main [aria-busy=true]")).toHaveCount(0);
  await expect(page.getByRole("banner").getByText(status).first()).toBeAttached();
  // What comes after the last answer: effects, and the frames in which they are drawn.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 60)))),
  );
}
