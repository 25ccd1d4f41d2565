import type { Page } from "@playwright/test";

/** What the page complained about so far: uncaught errors, and errors and warnings on the console, CSP's among them. */
export function complaints(page: Page, expected: (text: string) => boolean = () => false): string[] {
  const found: string[] = [];
  page.on("pageerror", (error) => found.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const text = `${message.type()}: ${message.text()} (${message.location().url})`;
    if (!expected(text)) found.push(text);
  });
  return found;
}
