import type { Page } from "@playwright/test";
import { echo } from "./testing/echo";
import { settled } from "./testing/settled";
import { expect, test } from "./testing/story";

/** Presses Tab until what is wanted has the focus, and sees each time that the focus can be seen. */
async function tabTo(page: Page, name: string | RegExp, role: "button" | "textbox" | "link"): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: typeof name === "string" });
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return "nothing";
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
      const box = focused.getBoundingClientRect();
      const drawn = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
      const covered = top !== null && !focused.contains(top) && !top.contains(focused);
      return drawn && !covered ? "" : `${covered ? "covered" : "no ring"}: ${focused.outerHTML.slice(0, 200)}`;
    });
    if (seen !== "nothing") expect(seen).toBe("");
    if (await wanted.evaluateAll((all) => all.some((each) => each === document.activeElement))) return;
  }
  throw new Error(`Tab never led to ${name}`);
}

test("the palette opens everywhere, goes to pages, finds what there is, and gives the focus back", async ({
  page,
  management,
}) => {
  await management.put("/backends/found-by-name", { url: echo, protocol: "http" });
  await page.goto("/products");
  await settled(page);
  const palette = page.getByRole("dialog", { name: "Search or jump to" });

  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("named val");
  await expect(palette.getByRole("option", { name: /Named values/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/named-values$/);
  await expect(palette).toHaveCount(0);

  await settled(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("found-by");
  await expect(palette.getByRole("option", { name: /found-by-name/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/backends\/found-by-name$/);
  await settled(page);

  const more = page.getByRole("button", { name: "More actions" });
  await more.focus();
  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);
  await expect(more).toBeFocused();
});

test("single keys lead through the portal, never while one types, and can be switched off", async ({ page }) => {
  await page.goto("/");
  await settled(page);
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  await expect(page).toHaveURL(/\/backends$/);
  await settled(page);

  const filter = page.getByRole("textbox", { name: "Filter" });
  await page.keyboard.press("/");
  await expect(filter).toBeFocused();
  await page.keyboard.type("g c?");
  await expect(filter).toHaveValue("g c?");
  await expect(page).toHaveURL(/filter=g/);
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(filter).toHaveValue("");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(filter).not.toBeFocused();

  // An input method that composes uses the same keys for itself.
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "c", isComposing: true, bubbles: true })),
  );
  await expect(page).toHaveURL(/\/backends$/);

  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await page.keyboard.press("?");
  await expect(help).toContainText("Create backend");
  await expect(help).toContainText("Move from row to row");
  // While a dialog is open, the page behind it does not listen.
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/backends$/);
  await help.getByRole("switch", { name: /Single keys/ }).press("Space");
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await page.keyboard.press("c");
  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/backends$/);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await settled(page);
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/backends\/new$/);
});

test("rows are walked, chosen and opened by keys, and Back returns to the same row", async ({ page, management }) => {
  for (const name of ["row-a", "row-b", "row-c"])
    await management.put(`/backends/${name}`, { url: echo, protocol: "http" });
  await page.goto("/backends?filter=row-");
  await settled(page);
  const rows = page.getByRole("grid").getByRole("row");
  await rows.nth(1).focus();
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press("x");
  await expect(rows.nth(2).getByRole("checkbox")).toBeChecked();
  await page.keyboard.press("End");
  await expect(rows.nth(3)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/backends\/row-c$/);
  await page.goBack();
  await expect(page).toHaveURL(/filter=row-/);
  await expect(page.getByRole("textbox", { name: "Filter" })).toHaveValue("row-");
});

test("a backend is created, changed and deleted without the mouse", async ({ page, management }) => {
  await page.goto("/");
  await settled(page);
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  await expect(page).toHaveURL(/\/backends$/);
  await settled(page);
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/backends\/new$/);
  await settled(page);

  await test.step("a form that is not complete leads to what it misses", async () => {
    await tabTo(page, "Create backend", "button");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main").getByText("An id is required.")).toBeVisible();
    await expect(page.locator(":focus")).not.toHaveCount(0);
  });

  await page.reload();
  await settled(page);
  await tabTo(page, "Id", "textbox");
  await page.keyboard.type("by-keys");
  await tabTo(page, "Runtime URL", "textbox");
  await page.keyboard.type(`${echo}/keys`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/backends\/by-keys$/);
  await settled(page);

  await test.step("edit, review and publish", async () => {
    await page.keyboard.press("e");
    await expect(page).toHaveURL(/\/backends\/by-keys\/settings$/);
    await settled(page);
    await tabTo(page, "Title", "textbox");
    await page.keyboard.type("Typed");
    await tabTo(page, "Review and publish", "button");
    await page.keyboard.press("Enter");
    const review = page.getByRole("dialog", { name: /Publish changes/ });
    await expect(review).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(review).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Review and publish" })).toBeFocused();
    await page.keyboard.press("Enter");
    await tabTo(page, "Publish", "button");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Notifications" })).toContainText("by-keys published");
    expect(await management.properties("/backends/by-keys")).toMatchObject({ title: "Typed" });
  });

  await test.step("delete", async () => {
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await tabTo(page, "More actions", "button");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem", { name: "Show as code" })).toBeFocused();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: /Delete by-keys/ });
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole("button", { name: "More actions" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem", { name: "Show as code" })).toBeFocused();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await tabTo(page, "Delete by-keys", "button");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/backends$/);
  });
});
