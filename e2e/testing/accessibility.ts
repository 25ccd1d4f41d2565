import fs from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Finding {
  id: string;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** What axe finds on the page as it is drawn now, by every rule that it has for WCAG and for good practice. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's own security policy forbids strangers.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { configure(spec: object): void; run(root: Document, options: object): Promise<{ violations: Finding[] }> };
    };
    // What is still coming into view is not yet as it is meant to be seen.
    const moving = document.getAnimations().filter((each) => each.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(moving.map((each) => each.finished));
    // The content of an item of a tree is all that is below it: its label is its own line only.
    axe.configure({ rules: [{ id: "label-content-name-mismatch", selector: "*:not([role=treeitem])" }] });
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 5).map(({ html, failureSummary }) => ({ html: html.slice(0, 240), failureSummary })),
    }));
  });
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `axe ${id}: ${help}: ${html} (${failureSummary?.replaceAll(/\s+/g, " ")})`),
  );
}
