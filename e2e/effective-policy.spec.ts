import { longPolicy } from "@/bench/editor/long-policy";
import { policyText } from "@/policy/policy-text";
import { accessibilityFindings } from "./testing/accessibility";
import { makeApi } from "./testing/make-api";
import { setHeader } from "./testing/set-header";
import { expect, test } from "./testing/story";

test("of thousands of effective lines only those in sight are drawn, and all are searched and reached by keys", async ({
  page,
  management,
}) => {
  await makeApi(management, "endless", { policy: longPolicy(2_000).text });
  await management.put("/apis/endless/operations/get/policies/policy", {
    format: "rawxml",
    value: policyText({ inbound: ["<base />", setHeader("x-last", "one")] }),
  });
  await page.goto("/apis/endless/operations/get/policy?view=effective");
  const list = page.getByRole("list", { name: "Effective policy" });
  const lines = list.getByRole("listitem");
  await expect(page.getByText(/^2,0\d\d of 2,0\d\d lines$/)).toBeVisible();
  expect(await lines.count()).toBeLessThan(120);
  const [, size] = [
    await lines.first().getAttribute("aria-posinset"),
    await lines.first().getAttribute("aria-setsize"),
  ];
  expect(Number(size)).toBeGreaterThan(2_000);

  await test.step("the key of the browser's search leads to one that sees every line", async () => {
    await page.keyboard.press("Control+f");
    const find = page.getByRole("searchbox", { name: "Find in the effective policy" });
    await expect(find).toBeFocused();
    await page.keyboard.type("x-step-199");
    await expect(lines).toHaveCount(1);
    await expect(lines.first()).toContainText('name="x-step-199"');
    await find.fill("");
  });

  await test.step("Tab leads from one origin to the next, over all that is between them", async () => {
    const origins = list.getByRole("link");
    await origins.first().focus();
    await expect(origins.first()).toHaveAccessibleName(/API endless/);
    const position = () =>
      page.evaluate(() => Number(document.activeElement?.closest("li")?.getAttribute("aria-posinset")));
    const before = await position();
    await page.keyboard.press("Tab");
    await expect.poll(position).toBeGreaterThan(before + 1_000);
    const focused = page.locator("a:focus");
    await expect(focused).toHaveAccessibleName(/Operation|endless/);
    await expect(focused).toBeInViewport();
    expect(await lines.count()).toBeLessThan(160);
    await expect(lines.filter({ hasText: "x-last" })).toBeVisible();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press("Shift+Tab");
    await expect.poll(position).toBe(before);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/apis\/endless\/operations\/get\/policy\?/);
  });
});
