import type { BrowserContext, Page } from "@playwright/test";
import { accessibilityFindings } from "./testing/accessibility";
import { complaints } from "./testing/complaints";
import { furnish } from "./testing/furnish";
import { administrator, expect, type Installation, install, test } from "./testing/installation";
import { Management } from "./testing/management";
import { entityPages, ownPages } from "./testing/pages";
import { settled } from "./testing/settled";
import { browserOf } from "./testing/sign-in";

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const shots = process.env.STORIES_SHOTS;
const shiftAllowed = 0.05;

let gatehouse: Installation;
let context: BrowserContext;

test.beforeAll(async ({ browser }) => {
  gatehouse = await install({
    GATEHOUSE_ADMIN_EMAIL: administrator.email,
    GATEHOUSE_ADMIN_PASSWORD: administrator.password,
  });
  context = await browserOf(browser, gatehouse, administrator);
  await context.addInitScript(noteShifts);
});
test.afterAll(async () => {
  await context?.close();
  await gatehouse?.stop();
});

/** Runs in the page: adds up by how much what is drawn moves without anybody having touched it. */
function noteShifts(): void {
  const shifts: string[] = [];
  Object.assign(window, { shifts, shifted: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Element | null }[];
      };
      if (hadRecentInput) continue;
      (window as unknown as { shifted: number }).shifted += value;
      const moved = sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 160) ?? "");
      shifts.push(`${value.toFixed(4)}: ${moved.join(" | ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** What is wrong with a page as it stands, beyond what its console says. */
async function faults(page: Page): Promise<string[]> {
  const found = await page.evaluate((allowed) => {
    const { shifted, shifts } = window as unknown as { shifted: number; shifts: string[] };
    const root = document.documentElement;
    const main = document.querySelector("main") ?? root;
    return [
      shifted < allowed ? "" : `shifts by ${shifted.toFixed(3)}: ${shifts.join("; ")}`,
      root.scrollWidth > root.clientWidth ? `the page is ${root.scrollWidth} wide` : "",
      main.scrollWidth > main.clientWidth ? `its content is ${main.scrollWidth} wide in ${main.clientWidth}` : "",
      /\S · Gatehouse$/.test(document.title) ? "" : `its title is "${document.title}"`,
    ];
  }, shiftAllowed);
  return found.filter((fault) => fault !== "");
}

async function visit(addresses: readonly string[]): Promise<string[]> {
  const page = await context.newPage();
  const found = complaints(page);
  const wrong: string[] = [];
  const look = async (address: string, size: keyof typeof sizes, theme: "light" | "dark") => {
    if (shots !== undefined) {
      const name = address.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "overview";
      await page.screenshot({ path: `${shots}/${name}-${size}-${theme}.png` });
    }
    const all = [...(await faults(page)), ...(await accessibilityFindings(page)), ...found.splice(0)];
    for (const fault of all) wrong.push(`${address}, ${size}, ${theme}: ${fault}`);
  };
  const show = (theme: string) =>
    page.evaluate(async (value) => {
      document.documentElement.setAttribute("data-theme", value);
      await Promise.all(
        document
          .getAnimations()
          .flatMap((each) =>
            each.playState === "running" && each.effect?.getTiming().iterations === 1 ? [each.finished] : [],
          ),
      );
    }, theme);
  for (const address of addresses) {
    // Loaded wide, then loaded anew narrow: whatever the first load left in the page's memory is gone by then.
    await page.setViewportSize(sizes.desk);
    await page.goto(gatehouse.portal + address);
    await settled(page);
    await look(address, "desk", "light");
    await show("dark");
    await look(address, "desk", "dark");
    const before = timeless(await page.getByRole("main").innerText());
    await page.setViewportSize(sizes.phone);
    await page.reload();
    await settled(page);
    await look(address, "phone", "light");
    await show("dark");
    await look(address, "phone", "dark");
    await page.setViewportSize(sizes.desk);
    let after = "";
    const same = async () => {
      after = timeless(await page.getByRole("main").innerText());
      return after === before;
    };
    await expect
      .poll(same, { timeout: 2_000 })
      .toBe(true)
      .catch(() => {});
    if (after !== before) wrong.push(`${address} is another after a reload: ${before} / ${after}`);
  }
  await page.close();
  return wrong;
}

const timeless = (text: string): string => text.replaceAll(/\b(now|\d+ \w+ ago|yesterday|[\d.]+ ms)\b/g, "then");

test("before there is anything, every list says what it is for and how to begin", async () => {
  const page = await context.newPage();
  const empty: Record<string, [title: string, way: string]> = {
    "/apis": ["No APIs yet", "Create API"],
    "/named-values": ["No named values yet", "Create named value"],
    "/certificates": ["No certificates yet", "Upload certificate"],
    "/products": ["No products yet", "Create product"],
    "/policy-fragments": ["No policy fragments yet", "Create fragment"],
    "/gateways/registered": ["No gateways of your own yet", "Connect gateway"],
    "/settings/tokens": ["No tokens yet", "Create token"],
    "/activity/drafts": ["No drafts", ""],
    "/console": ["No API to call yet", "Open APIs"],
  };
  for (const [address, [title, way]] of Object.entries(empty)) {
    await page.goto(gatehouse.portal + address);
    const main = page.getByRole("main");
    await expect(main.getByText(title, { exact: true })).toBeVisible();
    if (way !== "")
      await expect(
        main
          .getByRole("link", { name: way })
          .or(main.getByRole("button", { name: way }))
          .last(),
      ).toBeVisible();
  }
  await page.goto(gatehouse.portal);
  await page.getByRole("button", { name: "Create the Echo API sample" }).click();
  await expect(page).toHaveURL(/\/console\?api=echo-api/);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("region", { name: "Answer" })).toContainText("200 OK");
  await page.close();
});

test.describe("with something of each kind", () => {
  test.beforeAll(() => furnish(new Management(gatehouse)));

  // Two at a time: while the one is drawn, the server works for the other.
  for (const [which, pages] of Object.entries({ own: ownPages, entity: entityPages })) {
    test(`every ${which} page is whole: wide and narrow, light and dark, and after a reload`, async () => {
      test.setTimeout(180_000);
      const half = Math.ceil(pages.length / 2);
      const wrong = await Promise.all([visit(pages.slice(0, half)), visit(pages.slice(half))]);
      expect(wrong.flat()).toEqual([]);
    });
  }
});
