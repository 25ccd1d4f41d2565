import { echo } from "./testing/echo";
import { expect, test } from "./testing/story";

test("the history tells who changed what, and any change of it can be undone", async ({
  page,
  management,
  provoked,
}) => {
  const at = (path: string) => ({
    title: "Stock",
    url: `${echo}/${path}`,
    protocol: "http",
  });
  await management.put("/backends/stock", at("first"));
  await management.put("/backends/stock", at("second"));
  await management.put("/backends/stock", { ...at("second"), description: "counts what is left" });

  await page.goto("/backends/stock/history");
  const changes = page.getByRole("main").getByRole("listitem");
  await expect(changes).toHaveCount(3);
  await expect(changes.last()).toContainText("Create backend stock");
  const second = changes.nth(1);
  await expect(second).toContainText("Update backend stock");
  await expect(second).toContainText("automation");
  await expect(second).toContainText(/\d+ seconds? ago|now/);
  await second.getByRole("button", { name: "Show changes" }).click();
  await expect(second).toContainText("Runtime URL");
  await expect(second).toContainText("/first");
  await expect(second).toContainText("/second");
  await expect(second).not.toContainText("counts what is left");

  // What was changed again since is not lost by an Undo of what went before.
  provoked.push(/status of 409/);
  await second.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("region", { name: "Notifications" })).toContainText(/backends\/stock was changed since/);
  expect(await management.properties("/backends/stock")).toMatchObject({ description: "counts what is left" });

  await changes.first().getByRole("button", { name: "Undo" }).click();
  await expect(changes).toHaveCount(4);
  await expect(changes.first()).toContainText(/undo of rev \d+/);
  await expect(changes.first()).toContainText("ada");
  await changes.nth(2).getByRole("button", { name: "Undo" }).click();
  await expect(changes).toHaveCount(5);
  const now = await management.properties("/backends/stock");
  expect(now).toMatchObject({ title: "Stock", url: `${echo}/first` });
  expect(now.description).toBeUndefined();
});

test("what is in use cannot be deleted and names its users; what is free goes, and comes back by Undo", async ({
  page,
  management,
}) => {
  await management.put("/backends/kept", { url: echo, protocol: "http" });
  await management.put("/backends/pool", { type: "Pool", pool: { services: [{ id: "/backends/kept" }] } });

  await page.goto("/backends/kept");
  const usedBy = page.getByRole("main").getByRole("link", { name: "backends › pool" });
  await expect(usedBy).toHaveAttribute("href", "/backends/pool");
  const openDelete = async () => {
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Delete…" }).click();
  };
  await openDelete();
  const dialog = page.getByRole("dialog", { name: "Delete kept" });
  await expect(dialog).toContainText("It is in use. Take it out there first.");
  await expect(dialog.getByRole("button", { name: "Delete kept" })).toBeDisabled();
  await dialog.getByRole("link", { name: "backends › pool" }).click();
  await expect(page).toHaveURL(/\/backends\/pool$/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("link", { name: "kept" })).toBeVisible();

  await openDelete();
  await page.getByRole("dialog").getByRole("button", { name: "Delete pool" }).click();
  await expect(page).toHaveURL(/\/backends$/);
  const toast = page.getByRole("region", { name: "Notifications" });
  await expect(toast).toContainText("pool deleted");
  const row = page.getByRole("grid").getByRole("link", { name: "pool", exact: true });
  await expect(row).toHaveCount(0);
  await toast.getByRole("button", { name: "Undo" }).click();
  await expect(row).toBeVisible();
  expect(await management.properties("/backends/pool")).toMatchObject({ type: "Pool" });
});

test("several are deleted at once after a look at which of them can go", async ({ page, management }) => {
  for (const name of ["bulk-a", "bulk-b", "bulk-c"])
    await management.put(`/backends/${name}`, { url: echo, protocol: "http" });
  await management.put("/backends/bulk-pool", { type: "Pool", pool: { services: [{ id: "/backends/bulk-a" }] } });
  await page.goto("/backends?filter=bulk-");
  for (const name of ["bulk-a", "bulk-b", "bulk-c"])
    await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await page.getByRole("toolbar", { name: "Selection" }).getByRole("button", { name: "Delete…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("listitem").filter({ hasText: "bulk-a" })).toContainText(
    "used by backends › bulk-pool",
  );
  await dialog.getByRole("button", { name: "Delete 2" }).click();
  await expect(page.getByRole("grid").getByRole("row")).toHaveCount(3);
  await page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("grid").getByRole("row")).toHaveCount(5);
});
