import type { Page } from "@playwright/test";

export const send = (page: Page): Promise<void> => page.getByRole("button", { name: "Send", exact: true }).click();

export async function addHeader(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole("button", { name: "Add header" }).click();
  const written = (what: RegExp) => page.getByRole("textbox", { name: what }).last();
  await written(/^Header/).fill(name);
  await written(/^Value/).fill(value);
}

export const answerOf = (page: Page) => page.getByRole("region", { name: "Answer" });
export const traceOf = (page: Page) => page.getByRole("region", { name: "Trace", exact: true });
