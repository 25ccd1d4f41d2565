import type { Locator, Page } from "@playwright/test";
import { policyText } from "@/policy/policy-text";
import { accessibilityFindings } from "./testing/accessibility";
import { echo } from "./testing/echo";
import type { Management } from "./testing/management";
import { settled } from "./testing/settled";
import { expect, test } from "./testing/story";

const main = (page: Page) => page.getByRole("main");
const dialog = (page: Page) => page.getByRole("dialog");
const notifications = (page: Page) => page.getByRole("region", { name: "Notifications" });
const line = (page: Page, text: string) => main(page).getByRole("status").filter({ hasText: text });
const draftItem = (page: Page, title: string): Locator =>
  main(page).getByRole("listitem").filter({ hasText: title }).first();
const makeDraft = (management: Management, id: string, title: string) =>
  management.ask("PUT", `/drafts/${id}`, { title });
const writeToDraft = (management: Management, draft: string, path: string, properties: object) =>
  management.ask("PUT", `${path}?draft=${draft}`, { properties });
const isThere = (management: Management, path: string) =>
  management.ask("GET", path).then(
    () => true,
    () => false,
  );
const policyWith = (inbound: string): string => policyText({ inbound: ["<base />", inbound] });

test.afterEach(async ({ management }) => {
  // Other stories offer to save to a draft, and find none of these.
  for (const { id } of await management.list<{ id: string }>("/drafts"))
    await management.ask("DELETE", `/drafts/${id}`);
});

test("what a draft changes is told on the live page, opened in the draft, and saved there by two", async ({
  page,
  management,
  provoked,
}) => {
  await management.put("/backends/twofold", { url: `${echo}/live`, protocol: "http", description: "as it was" });
  await page.goto("/backends/twofold/settings");
  const url = page.getByLabel("Runtime URL");
  await url.fill(`${echo}/drafted`);
  await page.getByRole("button", { name: "Save to draft" }).click();
  await dialog(page).getByRole("textbox", { name: "Name of the new draft" }).fill("Move twofold");
  await dialog(page).getByRole("button", { name: "Save to draft" }).click();

  // Live it is as it was, and the page says that there is more.
  const told = line(page, "The draft “Move twofold” changes this.");
  await expect(told).toBeVisible();
  await expect(url).toHaveValue(`${echo}/live`);
  await told.getByRole("link", { name: "Show the draft’s version" }).click();
  await expect(page).toHaveURL(/\/backends\/twofold\/settings\?draft=move-twofold$/);
  await expect(line(page, "Draft “Move twofold”")).toContainText("changes this");
  await expect(url).toHaveValue(`${echo}/drafted`);

  const description = page.getByLabel("Description", { exact: true });
  await description.fill("as Ada drafts it");
  await page.getByRole("button", { name: "Save to draft" }).click();
  await expect(notifications(page)).toContainText("twofold saved to the draft");
  expect((await management.properties("/backends/twofold?draft=move-twofold")).description).toBe("as Ada drafts it");
  expect((await management.properties("/backends/twofold")).description).toBe("as it was");

  // Somebody else saves to the draft while this one types.
  await description.fill("as Ada drafts it again");
  const theirs = { url: `${echo}/theirs`, protocol: "http", description: "as Bert drafts it" };
  await writeToDraft(management, "move-twofold", "/backends/twofold", theirs);
  provoked.push(/status of 412/);
  await page.getByRole("button", { name: "Save to draft" }).click();
  const conflict = page.getByRole("dialog", { name: "Somebody else saved to the draft first" });
  await expect(conflict.getByRole("group", { name: "Description" })).toContainText("as Bert drafts it");
  await conflict.getByRole("button", { name: "Save merged" }).click();
  await expect(conflict).toHaveCount(0);
  expect(await management.properties("/backends/twofold?draft=move-twofold")).toMatchObject({
    url: `${echo}/theirs`,
    description: "as Ada drafts it again",
  });

  await line(page, "Draft “Move twofold”").getByRole("link", { name: "Compare" }).click();
  const draft = draftItem(page, "Move twofold");
  await draft.getByRole("link", { name: "Open in draft" }).click();
  await expect(url).toHaveValue(`${echo}/theirs`);
  await page.getByRole("link", { name: "Show the live version" }).click();
  await expect(url).toHaveValue(`${echo}/live`);
  // The overview of a document is of what is live; in a draft its form is shown.
  await page.goto("/backends/twofold?draft=move-twofold");
  await expect(page).toHaveURL(/\/settings\?draft=move-twofold$/);
  await expect(page.getByRole("navigation", { name: "Views" }).getByRole("link")).toHaveText(["Settings"]);
});

test("an API, its operation, a backend and the policy that names it are made in a draft, tried, published and undone", async ({
  page,
  gatehouse,
  management,
}) => {
  await page.goto("/backends/new");
  await page.getByLabel("Id", { exact: true }).fill("zz-fresh");
  await page.getByLabel("Runtime URL").fill(echo);
  await page.getByRole("button", { name: "Save to draft" }).click();
  await dialog(page).getByRole("combobox", { name: "Draft", exact: true }).selectOption({ label: "New draft" });
  await dialog(page).getByRole("textbox", { name: "Name of the new draft" }).fill("Fresh start");
  await dialog(page).getByRole("button", { name: "Save to draft" }).click();
  await expect(page).toHaveURL(/\/backends\/zz-fresh\/settings\?draft=fresh-start$/);
  await expect(line(page, "Draft “Fresh start”")).toContainText("creates this");

  await page.goto("/activity/drafts?draft=fresh-start");
  await draftItem(page, "Fresh start").getByRole("button", { name: "Create in this draft" }).click();
  await page.getByRole("menuitem", { name: "Create API" }).click();
  await expect(line(page, "Draft “Fresh start”")).toContainText("keeps what you create here");
  await page.getByRole("textbox", { name: "Name", exact: true }).first().fill("Fresh");
  await page.getByLabel("Path", { exact: true }).fill("fresh");
  await page.getByRole("checkbox", { name: "HTTP", exact: true }).check();
  await page.getByRole("button", { name: "Save to draft" }).click();
  await expect(page).toHaveURL(/\/apis\/fresh\/settings\?draft=fresh-start$/);
  await settled(page);
  await page.getByRole("switch", { name: "Subscription key required" }).click();
  await page.getByRole("button", { name: "Save to draft" }).click();
  await expect(page.getByRole("toolbar", { name: "Unsaved changes" })).toHaveCount(0);

  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Operations" }).click();
  await page.getByRole("link", { name: "Create operation" }).first().click();
  await page.getByRole("textbox", { name: "Name", exact: true }).first().fill("Look");
  await page.getByLabel("Method", { exact: true }).fill("GET");
  await page.getByLabel("URL template").fill("/look");
  await page.getByRole("button", { name: "Save to draft" }).click();
  await expect(page).toHaveURL(/\/apis\/fresh\/operations\/look\/settings\?draft=fresh-start$/);
  await page.goto("/apis/fresh/operations?draft=fresh-start");
  await expect(main(page).getByRole("link", { name: "Look" })).toBeVisible();

  // The checker knows the backend that the draft makes, and no other.
  await page.goto("/apis/fresh/policy?draft=fresh-start&view=code");
  const code = page.getByRole("textbox", { name: "Policy as code" });
  const toolbar = page.getByRole("toolbar", { name: "Policy" });
  const write = async (backend: string) => {
    await code.click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(policyWith(`<set-backend-service backend-id="${backend}" />`));
  };
  await write("zz-never-made");
  await expect(toolbar.getByRole("button", { name: "1 problem" })).toBeVisible();
  await write("zz-fresh");
  await expect(toolbar.getByRole("button", { name: "No problems" })).toBeVisible();
  await page.keyboard.press("Control+s");
  await dialog(page).getByRole("button", { name: "Save to draft" }).click();
  await dialog(page).getByRole("button", { name: "Done" }).click();

  // A request of the console runs by it, and nobody else's does.
  await page.getByRole("link", { name: "Open in console" }).click();
  await expect(page.getByLabel("API", { exact: true })).toHaveValue("fresh");
  await expect(page.getByLabel("Operation", { exact: true })).toHaveValue("look");
  await page.getByRole("button", { name: "Send" }).click();
  const answer = page.getByRole("region", { name: "Answer" });
  await expect(answer).toContainText("200 OK");
  await expect(answer).toContainText("/look");
  expect((await fetch(`${gatehouse.gateway}/fresh/look`)).status).toBe(404);
  expect(await isThere(management, "/apis/fresh")).toBe(false);

  await page.goto("/activity/drafts?draft=fresh-start");
  const draft = draftItem(page, "Fresh start");
  await expect(draft).toContainText("4 documents");
  const revision = await management.revision();
  await draft.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(notifications(page)).toContainText("Draft “Fresh start” published");
  expect(await management.revision()).toBe(revision + 1);
  const status = async () => (await fetch(`${gatehouse.gateway}/fresh/look`)).status;
  await expect.poll(status).toBe(200);
  await notifications(page).getByRole("button", { name: "Undo" }).last().click();
  await expect.poll(status).toBe(404);
  for (const gone of ["/apis/fresh", "/backends/zz-fresh"]) expect(await isThere(management, gone)).toBe(false);
});

test("documents that others changed meanwhile are named, merged with their live versions, or taken out", async ({
  page,
  management,
}) => {
  const api = (path: string) => ({ displayName: "Moved", path, protocols: ["http"], serviceUrl: echo });
  const policy = (sent: string) =>
    policyWith(
      `<set-header name="x-sent" exists-action="override">\n            <value>${sent}</value>\n        </set-header>`,
    );
  await management.put("/apis/moved", api("moved"));
  await management.put("/apis/moved/policies/policy", { format: "rawxml", value: policy("before") });
  await management.put("/backends/moved", { url: `${echo}/before`, protocol: "http", title: "Before" });
  await management.put("/backends/moved-gone", { url: `${echo}/before`, protocol: "http" });
  await management.put("/backends/moved-out", { url: `${echo}/before`, protocol: "http" });
  await makeDraft(management, "moved", "All moved");
  const backend = (url: string, more: object = {}) => ({ url: `${echo}/${url}`, protocol: "http", ...more });
  await writeToDraft(management, "moved", "/backends/moved", backend("drafted", { title: "Before" }));
  await writeToDraft(management, "moved", "/backends/moved-gone", backend("drafted"));
  await writeToDraft(management, "moved", "/backends/moved-out", backend("drafted"));
  const drafted = { format: "rawxml", value: policy("drafted") };
  await writeToDraft(management, "moved", "/apis/moved/policies/policy", drafted);
  await management.put("/backends/moved", backend("elsewhere", { title: "By others" }));
  await management.put("/backends/moved-out", backend("elsewhere"));
  await management.ask("DELETE", "/backends/moved-gone");
  await management.put("/apis/moved/policies/policy", {
    format: "rawxml",
    value: policy("by others"),
  });

  await page.goto("/backends/moved/settings?draft=moved");
  await line(page, "Others changed the live version").getByRole("link", { name: "Settle it" }).click();
  const draft = draftItem(page, "All moved");
  await expect(draft).toContainText("4 documents were changed by others since they were drafted");
  await expect(draft.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();
  const entry = (name: string) => draft.getByRole("link", { name, exact: true }).locator("..");

  await test.step("property by property", async () => {
    await entry("backends › moved").getByRole("button", { name: "Merge with live…" }).click();
    const merge = page.getByRole("dialog", { name: "Merge backends › moved with its live version" });
    await expect(merge.getByRole("group", { name: "Runtime URL" })).toContainText("both changed it");
    await expect(
      merge.getByRole("group", { name: "Runtime URL" }).getByRole("radio", { name: /In the draft/ }),
    ).toBeChecked();
    await expect(merge.getByRole("group", { name: "Title" }).getByRole("radio", { name: /Live now/ })).toBeChecked();
    await merge.getByRole("button", { name: "Save to draft" }).click();
    await expect(notifications(page)).toContainText("backends › moved is now drafted from its live version");
  });
  await test.step("a policy, place by place", async () => {
    await entry("apis › moved › policies › policy").getByRole("button", { name: "Merge with live…" }).click();
    await expect(dialog(page)).toContainText("One place needs your choice");
    await dialog(page)
      .getByRole("group", { name: /^Place 1 of 1/ })
      .getByRole("radio", { name: /^Use both/ })
      .check();
    await dialog(page).getByRole("button", { name: "Save to draft" }).click();
    await expect(dialog(page)).toHaveCount(0);
  });
  await test.step("what was removed is made anew, and the last is taken out", async () => {
    const gone = entry("backends › moved-gone");
    await expect(gone).toContainText("deleted since by others");
    await gone.getByRole("button", { name: "Create it anew" }).click();
    await expect(gone).toContainText("created");
    await entry("backends › moved-out").getByRole("button", { name: "Take out" }).click();
    await expect(entry("backends › moved-out")).toHaveCount(0);
  });

  await draft.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(notifications(page)).toContainText("Draft “All moved” published");
  expect(await management.properties("/backends/moved")).toMatchObject(backend("drafted", { title: "By others" }));
  expect((await management.properties("/backends/moved-gone")).url).toBe(`${echo}/drafted`);
  expect((await management.properties("/backends/moved-out")).url).toBe(`${echo}/elsewhere`);
  const value = String((await management.properties("/apis/moved/policies/policy?format=rawxml")).value);
  expect(value).toContain("<value>by others</value>");
  expect(value).toContain("<value>drafted</value>");
});

test("deleting in a draft leaves it live, and the draft says that it is gone in it", async ({
  page,
  management,
  provoked,
}) => {
  await management.put("/namedValues/leaving", { displayName: "leaving", value: "x" });
  await page.goto("/named-values/leaving");
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await dialog(page).getByRole("button", { name: "Delete in a draft…" }).click();
  await dialog(page).getByRole("combobox", { name: "Draft", exact: true }).selectOption({ label: "New draft" });
  await dialog(page).getByRole("textbox", { name: "Name of the new draft" }).fill("Leave");
  await dialog(page).getByRole("button", { name: "Delete in the draft" }).click();
  await expect(page).toHaveURL(/\/activity\/drafts\?draft=leave$/);
  await expect(draftItem(page, "Leave")).toContainText("deleted");
  expect(await isThere(management, "/namedValues/leaving")).toBe(true);

  await page.goto("/named-values/leaving/settings");
  await expect(line(page, "The draft “Leave” deletes this.")).toBeVisible();
  provoked.push(/status of 404/);
  await page.goto("/named-values/leaving/settings?draft=leave");
  await expect(main(page)).toContainText("The draft “Leave” deletes leaving");
  await page.goto("/named-values/leaving/settings?draft=never-was");
  await expect(main(page)).toContainText("This draft does not exist any more");
  await main(page).getByRole("link", { name: "Show the live version" }).click();
  await expect(page.getByLabel("Value", { exact: true })).toBeVisible();

  // What only a draft has leaves it at once.
  await writeToDraft(management, "leave", "/namedValues/only-there", { displayName: "only-there", value: "x" });
  await page.goto("/named-values/only-there/settings?draft=leave");
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await dialog(page).getByRole("button", { name: "Delete only-there" }).click();
  await expect(page).toHaveURL(/\/activity\/drafts\?draft=leave$/);
  await expect(draftItem(page, "Leave")).toContainText("1 document");
});

test("pages that work in a draft are sound in both themes and at every width", async ({ page, management }) => {
  await management.put("/backends/looked-at", { url: `${echo}/live`, protocol: "http" });
  await management.put("/apis/looked-at", { displayName: "Looked at", path: "looked-at", protocols: ["http"] });
  const title = "Everything that the harbour needs before the first ship comes in";
  await makeDraft(management, "looked-at", title);
  await writeToDraft(management, "looked-at", "/backends/looked-at", { url: `${echo}/drafted`, protocol: "http" });
  await writeToDraft(management, "looked-at", "/backends/looked-at-new", { url: `${echo}/new`, protocol: "http" });
  await writeToDraft(management, "looked-at", "/apis/looked-at/policies/policy", {
    format: "rawxml",
    value: policyWith("<!-- drafted -->"),
  });
  await management.put("/backends/looked-at", { url: `${echo}/by-others`, protocol: "http" });
  const wrong: string[] = [];
  for (const address of [
    "/backends/looked-at/settings",
    "/backends/looked-at/settings?draft=looked-at",
    "/backends/looked-at-new/settings?draft=looked-at",
    "/backends/new?draft=looked-at",
    "/apis/looked-at/operations?draft=looked-at",
    "/apis/looked-at/policy",
    "/activity/drafts?draft=looked-at",
  ]) {
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(address);
      await settled(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) wrong.push(`${address}, ${width}: ${over} px too wide`);
      for (const theme of ["light", "dark"]) {
        await page.evaluate((value) => document.documentElement.setAttribute("data-theme", value), theme);
        for (const fault of await accessibilityFindings(page)) wrong.push(`${address}, ${width}, ${theme}: ${fault}`);
        const name = address.replaceAll(/[^a-z]+/g, "-").slice(1);
        await page.screenshot({ path: test.info().outputPath(`${name}-${width}-${theme}.png`) });
      }
    }
  }
  expect(wrong).toEqual([]);
});
