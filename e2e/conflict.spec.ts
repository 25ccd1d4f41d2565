import { echo } from "./testing/echo";
import { settled } from "./testing/settled";
import { browserOf } from "./testing/sign-in";
import { expect, test } from "./testing/story";

const bert = { email: "bert@example.test", name: "Bert", password: "quite another secret" };

test("of two who edit one backend, the second sees both versions and loses neither", async ({
  page,
  browser,
  gatehouse,
  management,
  provoked,
}) => {
  await management.addPerson(bert, "editor");
  await management.put("/backends/shared", {
    title: "Shared",
    description: "as it was",
    url: `${echo}/before`,
    protocol: "http",
  });
  const context = await browserOf(browser, gatehouse, bert);
  const other = await context.newPage();
  try {
    await page.goto("/backends/shared/settings");
    await other.goto("/backends/shared/settings");
    await settled(page);
    await settled(other);

    await page.getByLabel("Title", { exact: true }).fill("Shared by Ada");
    await page.getByLabel("Description", { exact: true }).fill("as Ada says");

    await other.getByLabel("Description", { exact: true }).fill("as Bert says");
    await other.getByLabel("Runtime URL").fill(`${echo}/after`);
    await other.getByRole("button", { name: "Review and publish" }).click();
    await other.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
    await expect(other.getByRole("region", { name: "Notifications" })).toContainText("shared published");

    // What Ada typed stays, and she is told before she publishes.
    await expect(page.getByText("A newer version was saved while you were editing")).toBeVisible();
    await expect(page.getByLabel("Description", { exact: true })).toHaveValue("as Ada says");

    provoked.push(/status of 412/);
    await page.getByRole("button", { name: "Review and publish" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
    const conflict = page.getByRole("dialog", { name: "Somebody else saved first" });
    await expect(conflict).toContainText(/Bert saved revision \d+ while you were editing/);
    const field = (name: string) => conflict.getByRole("group", { name });
    const mine = (name: string) => field(name).getByRole("radio", { name: /Yours/ });
    const theirs = (name: string) => field(name).getByRole("radio", { name: /Live now/ });
    await expect(field("Description")).toContainText("as Ada says");
    await expect(field("Description")).toContainText("as Bert says");
    await expect(field("Description")).toContainText("both changed it");
    // What only one of them changed is that one's without a question.
    await expect(theirs("Runtime URL")).toBeChecked();
    await expect(mine("Title")).toBeChecked();
    await theirs("Description").check();
    await mine("Description").check();

    // Looking away from it loses nothing either.
    await conflict.getByRole("button", { name: "Back to the form" }).click();
    await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Shared by Ada");
    await page.getByRole("button", { name: "Review and publish" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
    await mine("Description").check();
    await conflict.getByRole("button", { name: "Publish merged" }).click();
    await expect(page.getByRole("region", { name: "Notifications" })).toContainText("shared published");

    expect(await management.properties("/backends/shared")).toMatchObject({
      title: "Shared by Ada",
      description: "as Ada says",
      url: `${echo}/after`,
    });
    await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "History" }).click();
    const changes = page.getByRole("main").getByRole("listitem");
    await expect(changes).toHaveCount(3);
    await expect(changes.nth(0)).toContainText("ada");
    await expect(changes.nth(1)).toContainText("Bert");
  } finally {
    await context.close();
  }
});
