import type { Page } from "@playwright/test";
import { localeCookie } from "@/components/text/locale-cookie";
import { pseudoLocale } from "@/messages/locales";
import { policyText } from "@/policy/policy-text";
import { furnish } from "./testing/furnish";
import { setHeader } from "./testing/set-header";
import { expect, test } from "./testing/story";

const policyOf = (element: string): string =>
  policyText({ inbound: ["<base />", element] }).replace("<inbound>", "<!-- Who comes in. -->\n    <inbound>");
const path = "/apis/coded/policies/policy";
const header = (value: string): string => setHeader("x-who", value);

test.beforeEach(async ({ management }) => {
  await furnish(management);
  await management.put("/namedValues/nv-7", { displayName: "caller-name", value: "acme" });
  await management.put("/apis/coded", { displayName: "Coded", path: "coded", protocols: ["http"] });
});

/** Opens the editor on a document that is stored so. */
async function opened(page: Page, view: "code" | "split"): Promise<void> {
  await page.goto(`/apis/coded/policy?view=${view}`);
  await expect(code(page).locator(".cm-line").first()).toHaveText("<policies>", { timeout: 60_000 });
}

const code = (page: Page) => page.locator(".cm-content").first();
const shownText = async (page: Page): Promise<string> =>
  (await code(page).locator(".cm-line").allTextContents()).join("\n");
const offered = (page: Page) => page.getByRole("listbox", { name: "Completions" }).getByRole("option");

/** Puts the cursor behind a piece of a line, as a person does: into the line, to its end, and back. */
async function cursorBehind(page: Page, piece: string): Promise<void> {
  const line = code(page).locator(".cm-line", { hasText: piece }).first();
  await line.click();
  // Once to the end of the row, where the line is wrapped, and once to its own.
  await page.keyboard.press("End");
  await page.keyboard.press("End");
  const text = (await line.textContent()) ?? "";
  for (let at = text.length; at > text.indexOf(piece) + piece.length; at--) await page.keyboard.press("ArrowLeft");
}

/** Takes what is offered first; a list that has only just opened takes no key, lest somebody takes what they did not see. */
async function take(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.keyboard.press("Enter");
}

/** Letter by letter: what is offered in between must not get in the way. */
const type = (page: Page, text: string) => page.keyboard.type(text, { delay: 30 });

test("a mistake in an expression is underlined, refused by the server in the same words, and mended", async ({
  page,
  management,
}) => {
  await management.put(path, { format: "rawxml", value: policyOf(header("-")) });
  await opened(page, "code");
  await cursorBehind(page, "<value>");
  await page.keyboard.press("Delete");
  await type(page, "@(context.Request.Metod");
  const squiggle = code(page).locator(".cm-lintRange-error", { hasText: /^Metod$/ });
  await expect(squiggle.first()).toBeVisible();
  await page.keyboard.press("Escape");
  await squiggle.first().hover();
  const tooltip = page.locator(".cm-tooltip-lint");
  await expect(tooltip).toContainText("CS1061");
  const message = ((await tooltip.locator(".cm-diagnostic").first().textContent()) ?? "").replace(/(\s*CS1061)+$/, "");
  await expect(page.getByRole("button", { name: "1 problem" })).toBeVisible();

  const wrong = policyOf(header("@(context.Request.Metod)"));
  expect(await shownText(page)).toBe(wrong);
  const refusal = await management.ask("PUT", path, { properties: { format: "rawxml", value: wrong } }).catch(String);
  expect(refusal).toContain(JSON.stringify(message).slice(1, -1));

  await page.mouse.move(0, 0);
  await cursorBehind(page, "Metod");
  for (const _ of "tod") await page.keyboard.press("Backspace");
  await type(page, "tho");
  await expect(offered(page).first()).toContainText("Method");
  await take(page);
  await expect(page.locator(".cm-lintRange-error")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "No problems" })).toBeVisible();
  await page.getByRole("button", { name: "Review", exact: true }).click();
  await page.getByRole("button", { name: "Publish change" }).click();
  await expect(page.getByRole("button", { name: "Done" })).toBeVisible();
  const stored = await management.properties(`${path}?format=rawxml`);
  expect(stored.value).toBe(policyOf(header("@(context.Request.Method)")));
});

test("a field that is changed changes its own node only, and one undo takes it back", async ({ page, management }) => {
  const odd = policyOf(`<!-- not more -->   <rate-limit   calls="5"
            renewal-period='60'   />
        <set-header name="x" exists-action="override"><value>1</value></set-header>`);
  await management.put(path, { format: "rawxml", value: odd });
  await opened(page, "split");
  const card = page.locator('[data-card="inbound[1]/rate-limit[1]"]');

  await test.step("the card and its text are chosen together, from either side", async () => {
    await card.click({ position: { x: 60, y: 12 } });
    await expect(page.locator(".gh-selected-element").first()).toContainText("<rate-limit");
    await code(page).locator(".cm-line", { hasText: "<set-header" }).click();
    await expect(page.locator('[data-card="inbound[1]/set-header[1]"]')).toHaveAttribute("aria-selected", "true");
    await expect(page).toHaveURL(/at=inbound.*set-header/);
    await card.click({ position: { x: 60, y: 12 } });
  });

  const calls = page.getByRole("complementary", { name: "Settings of the chosen element" }).getByLabel(/^Calls/);
  await calls.fill("70");
  await expect(card).toContainText("70");
  expect(await shownText(page)).toBe(odd.replace('calls="5"', 'calls="70"'));
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(calls).toHaveValue("5");
  expect(await shownText(page)).toBe(odd);
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeDisabled();

  await test.step("what was typed in the code is undone from the other view", async () => {
    await cursorBehind(page, "</set-header>");
    await page.keyboard.press("Enter");
    await type(page, "<json-to-xml apply=");
    await page.keyboard.press("Escape");
    await page.keyboard.type('"always" />');
    await expect(page.locator('[data-card="inbound[1]/json-to-xml[1]"]')).toBeVisible();
    const undo = page.getByRole("button", { name: "Undo", exact: true });
    while (await undo.isEnabled()) await undo.click();
    await expect(page.locator('[data-card="inbound[1]/json-to-xml[1]"]')).toHaveCount(0);
    expect(await shownText(page)).toBe(odd);
  });
});

test("what may stand at a place is completed from the keyboard, and keys lead out of the code", async ({
  page,
  management,
}) => {
  await management.put(path, { format: "rawxml", value: policyOf(header("-")) });
  await opened(page, "code");

  await test.step("an element with what it needs, and its attributes one after the other", async () => {
    await cursorBehind(page, "</set-header>");
    await page.keyboard.press("Enter");
    await type(page, "<find-and");
    await expect(offered(page).first()).toContainText("find-and-replace");
    await take(page);
    await page.keyboard.type("5");
    await page.keyboard.press("Tab");
    await page.keyboard.type("60");
    await expect(code(page)).toContainText('<find-and-replace from="5" to="60" />');
    await page.keyboard.press("Escape");
  });

  await test.step("a backend and a named value by their names", async () => {
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await type(page, '<set-backend-service backend-id="');
    await expect(offered(page).filter({ hasText: "orders-pool" })).toBeVisible();
    await type(page, "orders-p");
    await take(page);
    await page.keyboard.press("End");
    await page.keyboard.type(" />");
    await page.keyboard.press("Enter");
    await type(page, '<trace source="{{caller');
    await expect(offered(page).first()).toContainText("caller-name");
    await take(page);
    await page.keyboard.press("End");
    await page.keyboard.type(" />");
    await expect(code(page)).toContainText('<set-backend-service backend-id="orders-pool" />');
    await expect(code(page)).toContainText('<trace source="{{caller-name}}" />');
  });

  await test.step("members of C# behind each point, and the parameters of a call", async () => {
    await cursorBehind(page, "<value>");
    await page.keyboard.press("Delete");
    await type(page, "@(context.Request.");
    await expect(offered(page).filter({ hasText: "Headers" })).toBeVisible();
    await type(page, "Head");
    await take(page);
    await type(page, ".GetV");
    await expect(offered(page).first()).toContainText("GetValueOrDefault");
    await page.keyboard.press("Escape");
    await type(page, "alueOrDefault(");
    await expect(page.locator(".gh-signature").first()).toContainText("GetValueOrDefault");
    await page.keyboard.press("Escape");
  });

  await test.step("F12 leads to what is named, by its own id", async () => {
    await cursorBehind(page, "{{caller");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+Tab");
    await expect(code(page)).not.toBeFocused();
    await cursorBehind(page, "{{caller");
    await page.keyboard.press("F12");
    await expect(page).toHaveURL(/\/named-values\/nv-7$/);
  });
});

test("problems are told in the person's language", async ({ page, management, gatehouse }) => {
  await management.put(path, { format: "rawxml", value: policyOf(header("-")) });
  await page.context().addCookies([{ name: localeCookie, value: pseudoLocale, url: gatehouse.portal }]);
  await opened(page, "code");
  await cursorBehind(page, "<set-header");
  await type(page, " nam");
  await page.keyboard.press("Escape");
  await page.keyboard.type('x="1"');
  const squiggle = page.locator(".cm-lintRange-error").first();
  await squiggle.hover();
  await expect(page.locator(".cm-tooltip-lint")).toContainText("⟦");
});
