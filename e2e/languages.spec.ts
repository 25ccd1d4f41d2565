import type { Page } from "@playwright/test";
import { pseudoLocale } from "@/messages/locales";
import { complaints } from "./testing/complaints";
import { furnish } from "./testing/furnish";
import { administrator, expect, type Installation, install, test } from "./testing/installation";
import { Management } from "./testing/management";
import { entityPages, ownPages } from "./testing/pages";
import { settled } from "./testing/settled";
import { browserOf } from "./testing/sign-in";
import { untranslatedWords } from "./testing/untranslated";

const cookie = "gatehouse-language";
let gatehouse: Installation;

test.beforeAll(async () => {
  gatehouse = await install({
    GATEHOUSE_ADMIN_EMAIL: administrator.email,
    GATEHOUSE_ADMIN_PASSWORD: administrator.password,
  });
  await furnish(new Management(gatehouse));
});
test.afterAll(() => gatehouse?.stop());

const language = (page: Page) => page.evaluate(() => document.documentElement.lang);

test("the portal speaks the browser's language, and another when one is chosen", async ({ browser }) => {
  const visitor = await browser.newContext({ baseURL: gatehouse.portal, locale: "sv-SE" });
  const page = await visitor.newPage();
  const found = complaints(page);
  await page.goto("/sign-in");
  expect(await language(page)).toBe("sv");
  await expect(page.getByRole("button", { name: "Logga in", exact: true })).toBeVisible();
  await page.getByRole("combobox").selectOption("de");
  await expect(page.getByRole("button", { name: "Anmelden", exact: true })).toBeVisible();
  await page.locator("#email").fill(administrator.email);
  await page.locator("#password").fill(administrator.password);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await expect(page.getByRole("link", { name: "Benannte Werte" }).first()).toBeVisible();
  await page
    .getByRole("banner")
    .getByRole("button", { name: /administrator|ada/i })
    .click();
  await page.getByRole("menuitemradio", { name: "한국어" }).click();
  await expect.poll(() => language(page)).toBe("ko");
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toContainText(/[가-힣]/);
  await page.reload();
  expect(await language(page)).toBe("ko");
  expect(found).toEqual([]);
  await visitor.close();
});

test("in each language every page has its texts", async ({ browser }) => {
  test.setTimeout(180_000);
  const wrong: string[] = [];
  for (const locale of ["zh-CN", "de", "sv", "es", "ko"]) {
    const context = await browserOf(browser, gatehouse, administrator, { locale: "en-US" });
    await context.addCookies([{ name: cookie, value: locale, url: gatehouse.portal }]);
    const page = await context.newPage();
    const found = complaints(page);
    for (const address of ["/", "/backends", "/backends/new", "/apis/orders/policy", "/console", "/settings/people"]) {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(address);
      await settledIn(page);
      wrong.push(...(await tooWide(page)).map((what) => `${locale} ${address}: ${what}`));
      wrong.push(...found.splice(0).map((what) => `${locale} ${address}: ${what}`));
    }
    await context.close();
  }
  expect(wrong).toEqual([]);
});

for (const [which, pages] of Object.entries({ own: ownPages, entity: entityPages })) {
  test(`no text of any ${which} page stands in code, and longer texts fit`, async ({ browser }) => {
    test.setTimeout(180_000);
    const wrong: string[] = [];
    const context = await browserOf(browser, gatehouse, administrator);
    await context.addCookies([{ name: cookie, value: pseudoLocale, url: gatehouse.portal }]);
    const page = await context.newPage();
    const found = complaints(page);
    const untranslated = untranslatedWords(page);
    for (const address of pages) {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(address);
      await settledIn(page);
      const words = await untranslated();
      const all = [...words.map((text) => `not translated: ${text}`), ...(await tooWide(page)), ...found.splice(0)];
      await page.setViewportSize({ width: 1440, height: 900 });
      all.push(...(await tooWide(page)));
      wrong.push(...all.map((what) => `${address}: ${what}`));
    }
    await context.close();
    expect(wrong).toEqual([]);
  });
}

/** As settled, in whatever language. */
const settledIn = (page: Page) => settled(page, /./);

const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const main = document.querySelector("main") ?? root;
    return [
      root.scrollWidth > root.clientWidth ? `the page is ${root.scrollWidth} wide in ${root.clientWidth}` : "",
      main.scrollWidth > main.clientWidth ? `its content is ${main.scrollWidth} wide in ${main.clientWidth}` : "",
    ].filter((what) => what !== "");
  });
