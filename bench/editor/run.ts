import { type Browser, chromium, type Page } from "@playwright/test";
import { median, quantile } from "@/bench/publish/quantile";
import { type FirstLoad, firstLoads } from "@/e2e/testing/first-loads";
import { furnish } from "@/e2e/testing/furnish";
import { administrator, install } from "@/e2e/testing/installation";
import { Management } from "@/e2e/testing/management";
import { entityPages, ownPages } from "@/e2e/testing/pages";
import { settled } from "@/e2e/testing/settled";
import { browserOf } from "@/e2e/testing/sign-in";
import { clickUntilDrawn, seen, watchFrames, watchKeys } from "./in-page";
import { longPolicy } from "./long-policy";

const lines = 2_000;
const opens = 7;
const keys = 120;
const openWithinMs = 1_000;
const paintWithinMs = 50;
/** A frame of a display of 60 Hz, and what timers add to it. */
const frameWithinMs = 17.5;
const firstLoadKb = 185;
/** Lanes have a path of one step only. */
const card = "[data-card*='/']";

const rows: { figure: string; measured: string; target: string; verdict: string }[] = [];
const ms = (value: number) => `${value.toFixed(1)} ms`;
const tell = (figure: string, measured: string, target = "", holds: boolean | null = null) => {
  console.error(`editor: ${figure}: ${measured}`);
  rows.push({ figure, measured, target, verdict: holds === null ? "" : holds ? "held" : "MISSED" });
};

const policy = longPolicy(lines);
const gatehouse = await install({
  GATEHOUSE_ADMIN_EMAIL: administrator.email,
  GATEHOUSE_ADMIN_PASSWORD: administrator.password,
});
let browser: Browser | null = null;
try {
  const management = new Management(gatehouse);
  await furnish(management);
  await management.put("/apis/long", { displayName: "Long", path: "long", protocols: ["http"] });
  await management.put("/apis/long/policies/policy", { format: "rawxml", value: policy.text });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ["--disable-dev-shm-usage", "--no-sandbox", "--disable-background-networking"],
  });
  const context = await browserOf(browser, gatehouse, administrator, { viewport: { width: 1_440, height: 900 } });
  // The loader that runs this file wraps functions in a call of its own, also those that are sent to the page.
  await context.addInitScript("globalThis.__name ??= (made) => made;");
  const page = await context.newPage();
  for (const view of ["visual", "code"] as const) await open(page, view);
  for (const view of ["code", "split"] as const) await typing(page, view);
  await typingInForm(page);
  await drag(page);
  const fresh = await context.newPage();
  loads(await firstLoads(fresh, [...ownPages, ...entityPages]));
  await context.close();
} finally {
  await browser?.close();
  await gatehouse.stop();
}
const columns = ["figure", "measured", "target", "verdict"] as const;
console.log(`| ${columns.join(" | ")} |\n|${columns.map(() => "---|").join("")}`);
for (const row of rows) console.log(`| ${columns.map((column) => row[column]).join(" | ")} |`);
process.exitCode = rows.some(({ verdict }) => verdict === "MISSED") ? 1 : 0;

async function open(page: Page, view: "visual" | "code"): Promise<void> {
  const times: number[] = [];
  for (let count = 0; count < opens; count++) {
    await page.goto("/apis/long");
    await page.evaluate((kept) => localStorage.setItem("gatehouse-policy-view", kept), view);
    await settled(page);
    const link = 'a[href="/apis/long/policy"]';
    const [drawn, least] = view === "visual" ? [card, policy.cards] : [".cm-line", 20];
    times.push(await clickUntilDrawn(page, link, drawn, least));
  }
  // The first one also fetches the editor's code.
  const [first = Number.NaN, ...later] = times;
  const what = view === "visual" ? `${policy.cards} cards` : `${policy.lines} lines`;
  const worst = Math.max(...later);
  tell(
    `click to ${what} shown, ${view}`,
    `p50 ${ms(median(later))}, worst ${ms(worst)}, first of all ${ms(first)}`,
    `p50 < ${openWithinMs} ms`,
    median(later) < openWithinMs,
  );
}

/** A letter every 80 ms, with a pause in between in which the check comes back. */
async function type(page: Page, figure: string): Promise<void> {
  for (let warm = 0; warm < 5; warm++) await page.keyboard.press("a", { delay: 0 });
  await page.waitForTimeout(600);
  await watchKeys(page);
  for (let count = 0; count < keys; count++) {
    await page.keyboard.press("abcdefgh"[count % 8] ?? "a");
    await page.waitForTimeout(count % 12 === 11 ? 500 : 80);
  }
  const { paints } = await seen(page);
  const p95 = quantile(paints, 0.95);
  tell(
    `keystroke to paint, ${figure}, ${policy.lines} lines`,
    `p50 ${ms(median(paints))}, p95 ${ms(p95)}, worst ${ms(Math.max(...paints))}`,
    `p95 < ${paintWithinMs} ms`,
    p95 < paintWithinMs,
  );
}

async function openAt(page: Page, view: "visual" | "code" | "split"): Promise<void> {
  await page.goto(`/apis/long/policy?view=${view}`);
  const patience = { state: "attached", timeout: 30_000 } as const;
  if (view !== "code")
    await page
      .locator(card)
      .nth(policy.cards - 1)
      .waitFor(patience);
  if (view !== "visual") await page.locator(".cm-line").first().waitFor(patience);
}

async function typing(page: Page, view: "code" | "split"): Promise<void> {
  await openAt(page, view);
  await page.locator(".cm-line", { hasText: "Step 1:" }).first().click();
  await page.keyboard.press("End");
  for (let back = 0; back < 4; back++) await page.keyboard.press("ArrowLeft");
  await page.waitForTimeout(1_000);
  await type(page, `${view} view`);
  await forget(page);
}

async function typingInForm(page: Page): Promise<void> {
  await openAt(page, "visual");
  await page.locator('[data-card="inbound[1]/set-header[2]"]').click();
  const field = page.locator("[data-policy-form] input").first();
  await field.click();
  await page.waitForTimeout(1_000);
  await type(page, "form beside the visual view");
  await forget(page);
}

/** What was typed is not wanted: neither asked about when the page is left nor brought back. */
async function forget(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Discard" }).click();
  await page.waitForTimeout(300);
}

async function drag(page: Page): Promise<void> {
  await openAt(page, "visual");
  const taken = await page.locator('[data-card="inbound[1]/set-header[2]"]').boundingBox();
  const lane = await page.locator('[data-lane="outbound"]').boundingBox();
  if (taken === null || lane === null) throw new Error("There is nothing to drag, or nowhere to drag it to.");
  const from = { x: taken.x + 60, y: taken.y + 14 };
  const to = { x: lane.x + lane.width / 2, y: lane.y + 220 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 12, from.y + 6, { steps: 3 });
  await page.waitForTimeout(400);
  if ((await page.locator("[data-dragging]").count()) === 0) throw new Error("The card was not taken.");
  await watchFrames(page);
  const steps = 45;
  for (let round = 0; round < 3; round++) {
    for (let step = 1; step <= steps; step++) {
      const share = (round % 2 === 0 ? step : steps - step) / steps;
      await page.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share + (step % 5) * 8);
      await page.waitForTimeout(12);
    }
  }
  const { frames } = await seen(page);
  await page.mouse.up();
  const p95 = quantile(frames, 0.95);
  tell(
    `frame while dragging among ${policy.cards} cards`,
    `p50 ${ms(median(frames))}, p95 ${ms(p95)}, worst ${ms(Math.max(...frames))}, ${frames.length} frames`,
    `p95 <= ${frameWithinMs} ms`,
    p95 <= frameWithinMs,
  );
  await page.waitForTimeout(500);
  await forget(page);
}

function loads(all: readonly FirstLoad[]): void {
  const kb = (value: number) => `${value.toFixed(1)} KB`;
  // The editor and the console are what people come for, and may be larger.
  const isFree = ({ address }: FirstLoad) => /\/policy$|^\/console/.test(address);
  for (const load of all.toSorted((a, b) => b.first - a.first)) {
    const { address, first, inAll } = load;
    tell(
      `first-load JavaScript of ${address}`,
      `${kb(first)}, with what follows ${kb(inAll)}`,
      isFree(load) ? "" : `<= ${firstLoadKb} KB`,
      isFree(load) ? null : first <= firstLoadKb,
    );
  }
}
