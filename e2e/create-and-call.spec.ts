import { openPlace } from "./testing/open-place";
import { expect, test } from "./testing/story";

test("what is created in the browser serves traffic, follows an edit at once, and goes back by Undo", async ({
  page,
  gatehouse,
}) => {
  const first = await openPlace("first");
  const second = await openPlace("second");
  const toasts = page.getByRole("region", { name: "Notifications" });
  try {
    await test.step("a backend", async () => {
      await page.goto("/backends");
      await page.getByRole("link", { name: "Create backend" }).click();
      await page.getByLabel("Id", { exact: true }).fill("parcels");
      await page.getByLabel("Runtime URL").fill(first.url);
      await page.getByRole("button", { name: "Create backend" }).click();
      await expect(page).toHaveURL(/\/backends\/parcels$/);
      await expect(toasts).toContainText("parcels created");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("parcels");
    });

    await test.step("an API", async () => {
      await page.goto("/apis/new");
      await page.getByRole("textbox", { name: "Name", exact: true }).first().fill("Parcels API");
      await expect(page.getByLabel("Id", { exact: true })).toHaveValue("parcels-api");
      await page.getByLabel("Path", { exact: true }).fill("parcels");
      await page.getByRole("checkbox", { name: "HTTP", exact: true }).check();
      await page.getByRole("button", { name: "Create API" }).click();
      await expect(page).toHaveURL(/\/apis\/parcels-api$/);
      await expect(page.getByText(`${new URL(gatehouse.gateway).port}/parcels`)).toBeVisible();
    });

    await test.step("an operation", async () => {
      await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Operations" }).click();
      await page.getByRole("link", { name: "Create operation" }).first().click();
      await page.getByRole("textbox", { name: "Name", exact: true }).first().fill("Get parcel");
      await page.getByLabel("Method", { exact: true }).fill("get");
      await page.getByLabel("URL template").fill("/items/{id}");
      await page.getByRole("button", { name: "Create operation" }).click();
      await expect(page).toHaveURL(/\/operations\/get-parcel$/);
    });

    await test.step("a policy that sends the API's calls to the backend", async () => {
      await page.goto("/apis/parcels-api/policy?view=visual");
      await page
        .getByRole("button", { name: /^Choose a backend/ })
        .first()
        .click();
      const settings = page.getByRole("complementary", { name: "Settings of the chosen element" });
      const backend = settings.getByRole("combobox", { name: "Backend", exact: true });
      await backend.fill("no-such-backend");
      await page.keyboard.press("Tab");
      await page.getByRole("button", { name: "Review", exact: true }).click();
      const review = page.getByRole("dialog");
      await expect(review.getByRole("alert").filter({ hasText: "no-such-backend" })).toBeVisible();
      await expect(review.getByRole("button", { name: "Publish change" })).toBeDisabled();
      await review.getByRole("button", { name: "Back to the editor" }).click();
      await backend.fill("parcels");
      await page.keyboard.press("Tab");
      await page.getByRole("button", { name: "Review", exact: true }).click();
      await review.getByRole("button", { name: "Publish change" }).click();
      await expect(review.getByRole("list", { name: "Gateways" })).toContainText(/live/);
      await review.getByRole("button", { name: "Done" }).click();
      await expect(toasts).toContainText("Policy of API parcels-api: add set-backend-service");
    });

    await test.step("a product with the API", async () => {
      await page.goto("/products/new");
      await page.getByRole("textbox", { name: "Name", exact: true }).first().fill("Silver");
      await page.getByLabel("State").selectOption({ label: "Published" });
      await page.getByRole("button", { name: "Create product" }).click();
      await expect(page).toHaveURL(/\/products\/silver$/);
      await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "APIs" }).click();
      await expect(page).toHaveURL(/\/products\/silver\/apis$/);
      await page.getByRole("button", { name: "Add APIs" }).click();
      await page.getByRole("dialog").getByRole("checkbox", { name: "Parcels API" }).check();
      await page.getByRole("button", { name: "Add one API" }).click();
      await expect(page.getByRole("main").getByRole("link", { name: "Parcels API" })).toBeVisible();
    });

    const key = await test.step("a subscription to the product", async () => {
      await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Subscriptions" }).click();
      await page.getByRole("link", { name: "Create subscription" }).first().click();
      await page.getByRole("textbox", { name: "Name", exact: true }).first().fill("Ada’s key");
      await expect(page.getByLabel("Product’s id")).toHaveValue("silver");
      await page.getByRole("button", { name: "Create subscription" }).click();
      await expect(page).toHaveURL(/\/api-subscriptions\/ada-s-key$/);
      const shown = page.getByRole("main").locator("code", { hasText: /^[0-9a-f]{32}$/ });
      await expect(shown).toHaveCount(0);
      await page.getByRole("button", { name: "Reveal Primary key" }).click();
      await expect(shown).toHaveCount(1);
      return shown.innerText();
    });

    const call = (headers: Record<string, string> = { "Ocp-Apim-Subscription-Key": key }) =>
      fetch(`${gatehouse.gateway}/parcels/items/7`, { headers });
    const servedBy = async () => ((await (await call()).json()) as { place: string }).place;

    await test.step("the key opens it, and nothing else does", async () => {
      const answer = await call();
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ place: "first", method: "GET", url: "/items/7" });
      expect((await call({})).status).toBe(401);
    });

    await test.step("an edit is reviewed, published, and served by the next call", async () => {
      await page.goto("/backends/parcels");
      await page.getByRole("main").getByRole("link", { name: "Edit" }).click();
      await page.getByLabel("Runtime URL").fill(second.url);
      const bar = page.getByRole("toolbar", { name: "Unsaved changes" });
      await expect(bar).toContainText("1 change");
      await bar.getByRole("button", { name: "Review and publish" }).click();
      const review = page.getByRole("dialog");
      await expect(review).toContainText(first.url);
      await expect(review).toContainText(second.url);
      expect(await servedBy()).toBe("first");
      await review.getByRole("button", { name: "Publish" }).click();
      const toast = toasts.getByText("parcels published").locator("..");
      // The revision, and what the gateway that follows answered in which time.
      await expect(toast).toContainText(/rev \d+ · \S+ \d[\d.]* ms/);
      expect(await servedBy()).toBe("second");
      await expect(page.getByRole("button", { name: /1 gateway · rev \d+ live/ })).toBeVisible();
    });

    await test.step("Undo puts it back, and traffic follows", async () => {
      await toasts.getByRole("button", { name: "Undo" }).last().click();
      await expect(toasts).toContainText(/Revision \d+ undone/);
      await expect(toasts.getByText(/undone/).locator("..")).toContainText(/rev \d+ · \S+ \d[\d.]* ms/);
      expect(await servedBy()).toBe("first");
      await expect(page.getByLabel("Runtime URL")).toHaveValue(first.url);
    });
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
});
