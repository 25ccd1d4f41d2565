import { complaints } from "./testing/complaints";
import { administrator, expect, test } from "./testing/installation";

test("from the first start to a call that one's own policy answers, in one go", async ({ browser, fresh }) => {
  const context = await browser.newContext({ baseURL: fresh.portal });
  const page = await context.newPage();
  const found = complaints(page, (text) => /status of (401|429)/.test(text));
  await page.goto(fresh.output().match(/http:\S+\/set-up\?code=\S+/)?.[0] ?? "/set-up");
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("Email address").fill(administrator.email);
  await page.getByLabel("Password", { exact: true }).fill(administrator.password);
  await page.getByRole("button", { name: "Create administrator" }).click();

  await page.getByRole("button", { name: "Start the tour" }).click();
  const tour = page.getByRole("region", { name: "Tour to a first call" });
  await expect(tour).toContainText("Add a policy.");
  await page
    .getByRole("button", { name: /^Limit the rate/ })
    .first()
    .click();
  const calls = page.getByLabel("Calls", { exact: true });
  await calls.fill("2");
  await page.getByRole("button", { name: "Review", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Publish change" }).click();
  await expect(dialog).toContainText(/ms/);
  await dialog.getByRole("button", { name: "Done" }).click();

  await expect(tour).toContainText("Call it three times.");
  await tour.getByRole("link", { name: "Take me there" }).click();
  const answer = page.getByRole("region", { name: "Answer" });
  for (const status of ["200", "200", "429"]) {
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(answer).toContainText(status);
  }
  await expect(tour).toContainText("See why.");
  await expect(page.getByRole("main")).toContainText("rate-limit-by-key");
  await tour.getByRole("button", { name: "Finish the tour" }).click();
  await expect(tour).toHaveCount(0);
  expect(found).toEqual([]);
  await context.close();
});
