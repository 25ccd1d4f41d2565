import type { Locator, Page } from "@playwright/test";
import { accessibilityFindings } from "./testing/accessibility";
import type { Management } from "./testing/management";
import { browserOf } from "./testing/sign-in";
import { expect, test } from "./testing/story";

const condition = `@{
                var tenant = context.Request.Headers.GetValueOrDefault(&quot;x-tenant&quot;, &quot;&quot;);
                return tenant != &quot;none&quot;;
            }`;
const setHeader =
  '<set-header name="x-inner" exists-action="override">\n<value>@(context.RequestId.ToString())</value>\n</set-header>';
const nested = (levels: number): string =>
  levels === 0 ? setHeader : `<choose><when condition="@(true)">${nested(levels - 1)}</when></choose>`;
const policy = `<policies>
    <inbound>
        <base />
        <choose>
            <when condition="${condition}">
                ${nested(3)}
            </when>
        </choose>
    </inbound>
    <backend>
        <base />
    </backend>
    <outbound>
        <base />
        <set-header name="x-a" exists-action="delete" />
    </outbound>
    <on-error>
        <base />
    </on-error>
</policies>
`;
const when = "inbound[1]/choose[1]/when[1]";
const innermost = `${when}${"/choose[1]/when[1]".repeat(3)}/set-header[1]`;

const card = (page: Page, path: string): Locator => page.locator(`[data-card="${path}"]`);
const codeOf = (page: Page): Locator => page.getByRole("region", { name: "Form" }).locator(".cm-content").first();

async function make(management: Management, name: string): Promise<string> {
  await management.put(`/apis/${name}`, {
    displayName: name,
    path: name,
    protocols: ["https"],
    serviceUrl: "http://echo.gatehouse.internal",
  });
  await management.put(`/apis/${name}/policies/policy`, { format: "rawxml", value: policy });
  return `/apis/${name}/policy`;
}

async function open(page: Page, address: string, at?: string): Promise<void> {
  await page.goto(`${address}?view=visual${at === undefined ? "" : `&at=${encodeURIComponent(at)}`}`);
  await expect(page.getByRole("tree", { name: "Policies along the request" })).toBeVisible();
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("It is not drawn.");
  return box;
}

test("on a desk all lanes begin at one height, and a card far inside shows its name beside its buttons", async ({
  page,
  management,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const address = await make(management, "lanes-alike");
  await open(page, address);
  const tops: number[] = [];
  for (const lane of ["inbound", "backend", "outbound", "on-error"]) {
    tops.push((await boxOf(page.locator(`[data-lane="${lane}"] [data-card]`).first())).y);
  }
  expect(new Set(tops.map(Math.round)).size).toBe(1);

  await open(page, address, innermost);
  const inner = card(page, innermost);
  await inner.scrollIntoViewIfNeeded();
  const buttons = await boxOf(inner.getByRole("button", { name: "Actions for set-header" }));
  const name = await boxOf(inner.getByText("set-header", { exact: true }));
  expect(name.width).toBeGreaterThan(40);
  expect(name.x + name.width).toBeLessThanOrEqual(buttons.x);
});

test("on a phone the tools are one row, and split shows both halves in fair shares", async ({ page, management }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const address = await make(management, "on-a-phone");
  await open(page, address);
  expect((await boxOf(page.getByRole("toolbar", { name: "Policy" }))).height).toBeLessThan(56);
  await page.getByRole("button", { name: "Split" }).click();
  const code = page.locator(".cm-editor");
  await expect(code).toBeVisible();
  const halves = [await boxOf(page.locator("[data-lanes-scroller]")), await boxOf(code)];
  const [upper = 0, lower = 0] = halves.map(({ height }) => height);
  expect(Math.abs(upper - lower)).toBeLessThan(8);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  const content = page.locator(".cm-scroller").first();
  expect(await content.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(1);
});

test("C# of several lines is shown without its document's margin, which every edit keeps", async ({
  page,
  management,
}) => {
  const address = await make(management, "margins");
  await open(page, address, when);
  const code = codeOf(page);
  const shown = () => code.innerText();
  await expect.poll(shown).toMatch(/^@\{\n {4}var tenant = /);
  await code.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("var first = 1;");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await page.keyboard.press("Home");
  await page.keyboard.type("/* here */");
  await expect.poll(shown).toMatch(/^@\{\nvar first = 1;\n(\/\* here \*\/ {4}| {4}\/\* here \*\/)var tenant/);
  // At the margin, Backspace joins a line to the one before.
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await page.keyboard.press("Backspace");
  await expect.poll(shown).toMatch(/^@\{var first = 1;\n/);
  await page.getByRole("button", { name: "Code", exact: true }).click();
  await expect(page.locator(".cm-content").first()).toContainText("            }");
});

test("with unsaved work the palette opens, and F8 puts the keyboard on the card that has the problem", async ({
  page,
  management,
}) => {
  const address = await make(management, "unsaved");
  await open(page, address);
  await page.getByRole("searchbox", { name: "Search policies" }).fill("rate-limit-by-key");
  await page.keyboard.press("Enter");
  const added = card(page, "inbound[1]/rate-limit-by-key[1]");
  await expect(added).toBeFocused();
  const calls = page.getByRole("region", { name: "Form" }).getByLabel("Calls", { exact: true });
  await calls.fill("many");
  const problems = page.getByRole("toolbar", { name: "Policy" }).getByRole("button", { name: /problem/ });
  await expect(problems).toHaveText(/1 problem/);
  await problems.focus();
  await page.keyboard.press("F8");
  await expect(added).toBeFocused();

  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Search or jump to" });
  await expect(palette).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await expect(added).toBeFocused();
  await problems.press("Enter");
  const list = page.getByRole("dialog", { name: "Problems" });
  await expect(list.getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(list).toBeHidden();
  await expect(added).toBeFocused();
});

test("arrows lead through the places that a card may be moved to", async ({ page, management }) => {
  const address = await make(management, "places");
  await open(page, address, "outbound[1]/set-header[1]");
  const own = card(page, "outbound[1]/set-header[1]");
  await own.getByRole("button", { name: "Actions for set-header" }).press("Enter");
  await page.getByRole("menuitem", { name: "Move to…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Move set-header to" });
  await expect(dialog.getByRole("textbox", { name: "Filter places" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("listitem").first().getByRole("button")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(dialog.getByRole("textbox", { name: "Filter places" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(own.getByRole("button", { name: "Actions for set-header" })).toBeFocused();
});

for (const [theme, width] of [
  ["light", 1440],
  ["dark", 390],
] as const) {
  test(`a reader sees each value, and nothing to change it with: ${theme}, ${width} px`, async ({
    browser,
    gatehouse,
    management,
  }) => {
    const address = await make(management, `read-${width}`);
    const reader = { email: `reader-${width}@example.test`, name: "Rita", password: "only here to look" };
    await management.addPerson(reader, "reader");
    const context = await browserOf(browser, gatehouse, reader, { viewport: { width, height: 844 } });
    await context.addCookies([{ name: "gatehouse-theme", value: theme, url: gatehouse.portal }]);
    const page = await context.newPage();
    const showForm = async (path: string) => {
      await open(page, address, path);
      if (width === 390) await page.getByRole("button", { name: "Settings", exact: true }).last().click();
      await expect(page.getByRole("region", { name: "Form" }).getByRole("heading", { level: 2 })).toBeVisible();
    };
    const form = page.getByRole("region", { name: "Form" });
    await showForm("outbound[1]/set-header[1]");
    await expect(form).toContainText("Remove it · delete");
    await showForm(when);
    await expect(codeOf(page)).toHaveAttribute("aria-readonly", "true");
    await expect.poll(() => codeOf(page).innerText()).toMatch(/^@\{\n {4}var tenant = /);
    await codeOf(page).click();
    await page.keyboard.type("x");
    await expect.poll(() => codeOf(page).innerText()).toMatch(/^@\{\n {4}var tenant = /);
    await expect(form.locator("input:enabled, select:enabled, textarea:enabled")).toHaveCount(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    await context.close();
  });
}
