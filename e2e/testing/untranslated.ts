import type { Page } from "@playwright/test";

/** Names that are the same in every language. */
const names = [
  "Gatehouse",
  "English",
  "Deutsch",
  "Svenska",
  "Español",
  "Azure",
  "Ctrl",
  "Enter",
  "Esc",
  "Shift",
  "Alt",
];
/** A date is written by the platform, which knows no such language. */
const months = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2026, month, 1)).toLocaleString("en", { month: "short", timeZone: "UTC" }),
);

/**
 * Listens to what the server sends from now on, and then tells which words of the page are neither that nor foreign:
 * with the pseudo-locale, where every text is, such words stand in code.
 */
export function untranslatedWords(page: Page): () => Promise<string[]> {
  const data = new Set([...names, ...months, "UTC"].flatMap(wordsOf));
  const waiting: Promise<unknown>[] = [];
  page.on("response", (response) => {
    if (!response.url().includes("/subscriptions/")) return;
    const read = response.text().then(
      (text) => {
        for (const word of wordsOf(text)) data.add(word);
      },
      () => {},
    );
    waiting.push(read);
  });
  return async () => {
    // The stream of live events has no end; what is read by now is what the page shows.
    await Promise.race([Promise.all(waiting), page.waitForTimeout(300)]);
    const texts = await page.evaluate(textsOnPage);
    return [...new Set(texts)].filter(
      (text) => !isFromCatalogue(text) && wordsOf(text).some((word) => !data.has(word)),
    );
  };
}

/** As messages/pseudo.ts marks it; what stands in its gaps is not text. */
const isFromCatalogue = (text: string): boolean => text.startsWith("⟦") && text.endsWith("⟧");
const wordsOf = (text: string): string[] => (text.match(/[A-Za-z]{3,}/g) ?? []).map((word) => word.toLowerCase());

/** Runs in the page: what people read or hear of it, but for code, ids and what they typed. */
function textsOnPage(): string[] {
  const verbatim =
    "code, pre, kbd, script, style, noscript, title, time, [translate=no], .font-mono, .cm-editor, option";
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? "";
    if (text !== "" && node.parentElement?.closest(verbatim) === null) texts.push(text);
  }
  for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    if (element.closest(verbatim) !== null) continue;
    for (const name of ["aria-label", "title", "alt"]) texts.push(element.getAttribute(name) ?? "");
  }
  return texts.filter((text) => text !== "");
}
