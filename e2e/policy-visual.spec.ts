import type { Locator, Page } from "@playwright/test";
import { policyText } from "@/policy/policy-text";
import { accessibilityFindings } from "./testing/accessibility";
import { administrator } from "./testing/installation";
import { makeApi } from "./testing/make-api";
import { setHeader } from "./testing/set-header";
import { browserOf } from "./testing/sign-in";
import { expect, test } from "./testing/story";

const soon = { timeout: 15_000 };

const policy = (...elements: string[]): string => policyText({ inbound: ["<base />", ...elements] });
const header = (name: string): string => setHeader(name, "1");
const choose = `<choose>
            <when condition="@(true)">
                <set-variable name="inner" value="1" />
            </when>
        </choose>`;
const cors =
  '<cors allow-credentials="true"><allowed-origins><origin>https://a.example.test</origin><origin>https://b.example.test</origin></allowed-origins></cors>';

const card = (page: Page, path: string): Locator => page.locator(`[data-card="${path}"]`);
/** The cards of a lane from top to bottom, those inside of others too. */
const cardsIn = (page: Page, lane: string) => async (): Promise<string[]> =>
  page
    .locator(`[data-lane="${lane}"] [data-card]`)
    .evaluateAll((cards) => cards.map((each) => (each.getAttribute("data-card") ?? "").replace(/^[^/]*\//, "")));
const inbound = (page: Page) => expect.poll(cardsIn(page, "inbound"));

async function openVisual(page: Page, address: string): Promise<void> {
  await page.goto(`${address}?view=visual`);
  await expect(page.getByRole("tree", { name: "Policies along the request" })).toBeVisible();
}

/** Where a card is taken, left of what can be done with it. */
async function chooseCard(page: Page, path: string): Promise<void> {
  await card(page, path).click({ position: { x: 60, y: 14 } });
  await expect(card(page, path)).toBeFocused();
}

async function drag(page: Page, from: string, to: string, where: "above" | "below"): Promise<void> {
  const start = await card(page, from).boundingBox();
  const end = await card(page, to).boundingBox();
  if (start === null || end === null) throw new Error("There is nothing to drag.");
  await page.mouse.move(start.x + 60, start.y + 14);
  await page.mouse.down();
  await page.mouse.move(start.x + 80, start.y + 24, { steps: 4 });
  await expect(page.locator("[data-dragging]")).toBeVisible();
  await page.mouse.move(end.x + 60, where === "above" ? end.y + 2 : end.y + end.height - 2, { steps: 8 });
  await expect(page.locator("[data-gap][data-over]")).toBeVisible();
  await page.mouse.up();
}

test("a limit that is added to an operation and filled in by hand refuses the third call", async ({
  page,
  management,
  gatehouse,
  request,
}) => {
  await makeApi(management, "limited");
  const call = async () => (await request.get(`${gatehouse.gateway}/limited`)).status();
  await expect.poll(call, soon).toBe(200);

  await openVisual(page, "/apis/limited/operations/get/policy");
  const palette = page.getByRole("complementary", { name: "Add policy" });
  await palette.getByRole("searchbox", { name: "Search policies" }).fill("rate-limit-by-key");
  await page.keyboard.press("Enter");
  await inbound(page).toEqual(["base[1]", "rate-limit-by-key[1]"]);
  await expect(page.getByText("rate-limit-by-key added to Inbound, 2 of 2")).toBeAttached();

  const form = page.getByRole("region", { name: "Form" });
  await expect(form.getByRole("heading", { level: 2 })).toBeVisible();
  const calls = form.getByLabel("Calls", { exact: true });
  await calls.fill("many");
  await calls.press("Tab");
  await expect(form.getByText(/'many' is invalid/)).toBeVisible();
  await expect(calls).toHaveAttribute("aria-invalid", "true");
  await calls.fill("");
  // Typing letter by letter keeps the focus where it is.
  await calls.pressSequentially("2");
  await expect(calls).toBeFocused();
  const period = form.getByLabel("Period", { exact: true });
  await period.fill("300");
  await expect(form.getByText("5 minutes")).toBeVisible();
  await expect(page.getByText("calls 2 · renewal-period 300")).toBeVisible();

  await page.getByRole("toolbar", { name: "Policy" }).getByRole("button", { name: "Review" }).click();
  const review = page.getByRole("dialog");
  await expect(review).toContainText(/rate-limit-by-key.* added/);
  await review.getByRole("button", { name: "Publish change" }).click();
  await expect(review).toContainText("Change published");
  const { value } = await management.properties("/apis/limited/operations/get/policies/policy?format=rawxml");
  expect(value).toMatch(/<rate-limit-by-key calls="2" renewal-period="300"/);

  // The gateways may take a moment; from the first call that is counted on, two pass.
  let answers: number[] = [];
  await expect(async () => {
    answers = [...answers, await call()];
    expect(answers.at(-1)).toBe(429);
  }).toPass(soon);
  expect(await call()).toBe(429);
});

test("an optional field that is emptied takes its attribute away, and Escape leads back to the card", async ({
  page,
  management,
}) => {
  const limit = '<rate-limit calls="5" renewal-period="60" retry-after-header-name="x-later" />';
  await makeApi(management, "emptied", { policy: policy(limit) });
  await openVisual(page, "/apis/emptied/policy");
  await chooseCard(page, "inbound[1]/rate-limit[1]");
  await page.keyboard.press("Enter");
  const form = page.getByRole("region", { name: "Form" });
  const later = form.getByLabel("Retry header", { exact: true });
  await expect(later).toHaveValue("x-later");
  await later.fill("");
  // The first Escape closes what is suggested.
  await later.press("Escape");
  await expect(form.getByRole("listbox")).toHaveCount(0);
  await expect(later).toBeFocused();
  await later.press("Escape");
  await expect(card(page, "inbound[1]/rate-limit[1]")).toBeFocused();
  await page.getByRole("button", { name: "Split" }).click();
  await expect(page.locator(".cm-content").first()).toContainText('<rate-limit calls="5" renewal-period="60" />');
});

test("a policy is dragged into a choose and back; each is one step of undo, and announced", async ({
  page,
  management,
}) => {
  await makeApi(management, "dragged", { policy: policy(header("x-one"), choose) });
  await openVisual(page, "/apis/dragged/policy");
  const before = ["base[1]", "set-header[1]", "choose[1]", "choose[1]/when[1]", "choose[1]/when[1]/set-variable[1]"];
  const after = [
    "base[1]",
    "choose[1]",
    "choose[1]/when[1]",
    "choose[1]/when[1]/set-header[1]",
    "choose[1]/when[1]/set-variable[1]",
  ];
  await inbound(page).toEqual(before);
  await drag(page, "inbound[1]/set-header[1]", "inbound[1]/choose[1]/when[1]/set-variable[1]", "above");
  await inbound(page).toEqual(after);
  await expect(page.getByText(/^set-header moved to Inbound, .*when.*, 1 of 2/)).toBeAttached();

  await drag(page, "inbound[1]/choose[1]/when[1]/set-header[1]", "inbound[1]/choose[1]", "above");
  await inbound(page).toEqual(before);
  await expect(page.getByText(/^set-header moved to Inbound, 2 of 3/)).toBeAttached();

  const undo = page.getByRole("toolbar", { name: "Policy" }).getByRole("button", { name: "Undo" });
  await undo.click();
  await inbound(page).toEqual(after);
  await undo.click();
  await inbound(page).toEqual(before);
  await expect(undo).toBeDisabled();
});

test("the same with the keyboard alone: arrows with Alt, and a list of places", async ({ page, management }) => {
  await makeApi(management, "keyed", { policy: policy(header("x-one"), choose) });
  await openVisual(page, "/apis/keyed/policy");
  const before = ["base[1]", "set-header[1]", "choose[1]", "choose[1]/when[1]", "choose[1]/when[1]/set-variable[1]"];
  const first = card(page, "inbound[1]/set-header[1]");
  const inside = card(page, "inbound[1]/choose[1]/when[1]/set-header[1]");
  await inbound(page).toEqual(before);
  await first.focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(inside).toBeFocused();
  await expect(page.getByText(/^set-header moved to Inbound, .*when.*, 1 of 2/)).toBeAttached();
  await page.keyboard.press("Control+z");
  await inbound(page).toEqual(before);

  await expect(first).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await inbound(page).toEqual([
    "base[1]",
    "choose[1]",
    "choose[1]/when[1]",
    "choose[1]/when[1]/set-variable[1]",
    "set-header[1]",
  ]);
  await page.keyboard.press("Alt+ArrowUp");
  await inbound(page).toEqual(before);

  await first.getByRole("button", { name: "Actions for set-header" }).press("Enter");
  await page.getByRole("menuitem", { name: "Move to…" }).press("Enter");
  const places = page.getByRole("dialog", { name: "Move set-header to" });
  await places.getByRole("textbox", { name: "Filter places" }).fill("when set-variable");
  await page.keyboard.press("Enter");
  await expect(places).toBeHidden();
  await inbound(page).toEqual([
    "base[1]",
    "choose[1]",
    "choose[1]/when[1]",
    "choose[1]/when[1]/set-variable[1]",
    "choose[1]/when[1]/set-header[1]",
  ]);
  await expect(inside).toBeFocused();
  await expect(page.getByText(/^set-header moved to Inbound, .*when.*, 2 of 2/)).toBeAttached();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(first).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(inside).toBeFocused();
  await page.keyboard.press("Control+z");
  await inbound(page).toEqual(before);
});

test("what is copied in one document is pasted into another, and what is cut is gone", async ({ page, management }) => {
  await makeApi(management, "from", { policy: policy(header("x-carried"), choose) });
  await makeApi(management, "onto", { policy: policy(header("x-there")) });
  await openVisual(page, "/apis/from/policy");
  await chooseCard(page, "inbound[1]/set-header[1]");
  await page.keyboard.press("Control+c");
  await expect(page.getByText("set-header copied")).toBeAttached();

  await openVisual(page, "/apis/onto/policy");
  await chooseCard(page, "inbound[1]/set-header[1]");
  await page.keyboard.press("Control+v");
  await inbound(page).toEqual(["base[1]", "set-header[1]", "set-header[2]"]);
  await expect(card(page, "inbound[1]/set-header[2]")).toContainText("x-carried");
  await expect(card(page, "inbound[1]/set-header[2]")).toBeFocused();

  await page.keyboard.press("Control+x");
  await inbound(page).toEqual(["base[1]", "set-header[1]"]);
  await chooseCard(page, "outbound[1]/base[1]");
  await page.keyboard.press("Control+v");
  await expect.poll(cardsIn(page, "outbound")).toEqual(["base[1]", "set-header[1]"]);
  await expect(page.getByText(/^set-header pasted into Outbound, 2 of 2/)).toBeAttached();
  // Nothing of it is in the first document's way.
  await page.keyboard.press("Control+z");
  await expect.poll(cardsIn(page, "outbound")).toEqual(["base[1]"]);
});

test("removing base shows what is lost, and putting it back restores it", async ({ page, management }) => {
  await makeApi(management, "inheriting", { policy: policy(header("x-wide"), choose) });
  await openVisual(page, "/apis/inheriting/operations/get/policy");
  const base = card(page, "inbound[1]/base[1]");
  await expect(base).toContainText("From inheriting");
  await expect(base).toContainText("set-header");
  const before = await page.getByRole("tree").innerText();

  await chooseCard(page, "inbound[1]/base[1]");
  await page.keyboard.press("Delete");
  await expect(base).toContainText("Removing base drops 2 policies from inheriting: set-header, choose");
  await expect(base.getByRole("button", { name: "Keep it" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(base.getByRole("button", { name: "Remove base" })).toHaveCount(0);
  await expect(base).toBeFocused();

  await page.keyboard.press("Delete");
  await base.getByRole("button", { name: "Remove base" }).click();
  await inbound(page).toEqual([]);
  const lane = page.locator('[data-lane="inbound"]');
  await expect(lane).toContainText("Nothing is inherited here.");
  await lane.getByRole("button", { name: "Put base back" }).click();
  await inbound(page).toEqual(["base[1]"]);
  await expect(base).toContainText("From inheriting");
  // The check comes a moment behind the edit.
  await expect.poll(() => page.getByRole("tree").innerText()).toBe(before);
});

for (const theme of ["light", "dark"] as const) {
  for (const width of [1440, 390] as const) {
    test(`the visual view and its form are accessible and nothing of them overflows: ${theme}, ${width} px`, async ({
      browser,
      gatehouse,
      management,
    }) => {
      const name = `looks-${theme}-${width}`;
      await makeApi(management, name, { policy: policy(header("x-one"), choose, cors) });
      const context = await browserOf(browser, gatehouse, administrator, { viewport: { width, height: 844 } });
      await context.addCookies([{ name: "gatehouse-theme", value: theme, url: gatehouse.portal }]);
      const page = await context.newPage();
      await openVisual(page, `/apis/${name}/policy`);
      for (const path of [
        "inbound[1]/base[1]",
        "inbound[1]/set-header[1]",
        "inbound[1]/choose[1]",
        "inbound[1]/cors[1]",
      ]) {
        await chooseCard(page, path);
        if (width < 700) {
          expect(await accessibilityFindings(page)).toEqual([]);
          await page.getByRole("button", { name: "Settings", exact: true }).last().click();
          await expect(page.getByRole("dialog")).toBeVisible();
        }
        await expect(page.getByRole("region", { name: "Form" }).getByRole("heading", { level: 2 })).toBeVisible();
        expect(await accessibilityFindings(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
          0,
        );
        if (width < 700) {
          await page.keyboard.press("Escape");
          await expect(page.getByRole("dialog")).toBeHidden();
        }
      }
      await context.close();
    });
  }
}
