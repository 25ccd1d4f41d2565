import type { Page } from "@playwright/test";
import { policyText } from "@/policy/policy-text";
import { echo } from "./testing/echo";
import { makeApi } from "./testing/make-api";
import type { Management } from "./testing/management";
import { putPolicy } from "./testing/put-policy";
import { setHeader } from "./testing/set-header";
import { expect, test } from "./testing/story";

/** One header of the request and one of the response. */
const policyWith = ({ sent = "0", answered }: { sent?: string; answered: string }): string =>
  policyText({
    inbound: ["<base />", setHeader("x-sent", sent)],
    outbound: ["<base />", setHeader("x-answered", answered)],
  });
const storedPolicy = async (management: Management, api: string): Promise<string> =>
  String((await management.properties(`/apis/${api}/policies/policy?format=rawxml`)).value).replaceAll("\r\n", "\n");

const answeredHeader = "at=outbound[1]/set-header[1]";
const toolbar = (page: Page) => page.getByRole("toolbar", { name: "Policy" });
const value = (page: Page) =>
  page.getByRole("complementary", { name: "Settings of the chosen element" }).getByRole("textbox", { name: /^Value/ });
const notifications = (page: Page) => page.getByRole("region", { name: "Notifications" });

test("a policy is reviewed in words and as text, published, seen live on the gateway, and undone", async ({
  page,
  gatehouse,
  management,
}) => {
  await makeApi(management, "saved", { policy: policyWith({ answered: "first" }), urlTemplate: "/look" });
  const answered = async () => (await fetch(`${gatehouse.gateway}/saved/look`)).headers.get("x-answered");
  await page.goto(`/apis/saved/policy?view=visual&${answeredHeader}`);
  await expect(value(page)).toHaveValue("first");
  await expect(toolbar(page).getByRole("button", { name: "Review", exact: true })).toBeDisabled();
  await value(page).fill("second");

  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Review changes of API saved");
  await expect(dialog.getByRole("tabpanel")).toContainText("Outbound");
  await expect(dialog.getByRole("tabpanel")).toContainText("set-header");
  await expect(dialog.locator("del")).toContainText("first");
  await expect(dialog.locator("ins")).toContainText("second");
  await expect(dialog).toContainText("/saved/look");
  await dialog.getByRole("tab", { name: "Text" }).click();
  await expect(dialog.getByRole("textbox", { name: "Live now" })).toContainText("<value>first</value>");
  await expect(dialog.getByRole("textbox", { name: "After the change" })).toContainText("<value>second</value>");
  expect(await answered()).toBe("first");

  await dialog.getByRole("textbox", { name: "Title of the change" }).fill("Answer with the second");
  await dialog.getByRole("button", { name: "Publish change" }).click();
  await expect(dialog).toContainText("Answer with the second");
  await expect(dialog.getByRole("list", { name: "Gateways" }).getByRole("listitem")).toContainText(
    /live\s*\d[\d.]* ms/,
  );
  expect(await answered()).toBe("second");

  await dialog.getByRole("button", { name: "Undo" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(notifications(page)).toContainText(/Revision \d+ undone/);
  // What is on the screen is what is stored.
  await expect(value(page)).toHaveValue("first");
  await expect(toolbar(page).getByRole("button", { name: "Review", exact: true })).toBeDisabled();
  await expect.poll(answered).toBe("first");

  // A change that nobody names says what it is; its toast leads back as well.
  await value(page).fill("third");
  await toolbar(page).getByRole("button", { name: "Review", exact: true }).click();
  await dialog.getByRole("button", { name: "Publish change" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toHaveCount(0);
  const toast = notifications(page).getByText("Policy of API saved: change set-header").locator("..");
  await expect(toast).toContainText(/rev \d+ · \S+ \d[\d.]* ms/);
  await notifications(page).getByRole("button", { name: "Undo" }).last().click();
  await expect(value(page)).toHaveValue("first");
  await expect.poll(answered).toBe("first");
});

test("what the gateway would not run is told with its place, and cannot be published", async ({ page, management }) => {
  await makeApi(management, "refused", { policy: policyWith({ answered: "first" }) });
  await page.goto("/apis/refused/policy?view=code");
  const code = page.getByRole("textbox", { name: "Policy as code" });
  await code.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(
    '<policies><inbound><base /><set-backend-service backend-id="no-such-backend" /></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>',
  );
  await expect(toolbar(page).getByRole("button", { name: "1 problem" })).toBeVisible();
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog");
  const alert = dialog.getByRole("alert").filter({ hasText: "no-such-backend" });
  await expect(alert).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Publish change" })).toBeDisabled();
  await alert.getByRole("button", { name: /^Line 1, column \d+/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(code).toBeFocused();
  await expect(page).toHaveURL(/at=inbound.*set-backend-service/);
});

test("of two who edit one policy, the second joins both versions and loses neither", async ({
  page,
  management,
  provoked,
}) => {
  await makeApi(management, "shared", { policy: policyWith({ answered: "before" }) });
  await page.goto(`/apis/shared/policy?view=visual&${answeredHeader}`);
  await value(page).fill("mine");
  await toolbar(page).getByRole("button", { name: "Review", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Publish change" })).toBeEnabled();

  // Saved by somebody else while this one reads the review.
  await putPolicy(management, "shared", policyWith({ sent: "theirs", answered: "also theirs" }));
  provoked.push(/status of 4(09|12)/);
  await dialog.getByRole("button", { name: "Publish change" }).click();
  await expect(dialog).toContainText("Somebody else saved first");
  await expect(dialog).toContainText("One place needs your choice");
  await expect(dialog.getByRole("button", { name: "Review the merge" })).toBeDisabled();
  const place = dialog.getByRole("group", { name: /^Place 1 of 1/ });
  await expect(place).toContainText("also theirs");
  await place.getByRole("radio", { name: /^Use mine/ }).check();
  const merged = dialog.getByRole("textbox", { name: "Merged document, XML" });
  await expect(merged).toContainText("<value>theirs</value>");
  await expect(merged).toContainText("<value>mine</value>");

  await dialog.getByRole("button", { name: "Review the merge" }).click();
  await expect(dialog.locator("ins")).toContainText("mine");
  await dialog.getByRole("button", { name: "Publish change" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toHaveCount(0);
  expect(await storedPolicy(management, "shared")).toBe(policyWith({ sent: "theirs", answered: "mine" }));
  // The editor holds what is stored, with nothing left to save.
  await expect(value(page)).toHaveValue("mine");
  await expect(toolbar(page).getByRole("button", { name: "Review", exact: true })).toBeDisabled();

  // Told before the review, one may also take the merge back into the editor.
  await value(page).fill("mine again");
  await putPolicy(management, "shared", policyWith({ sent: "theirs again", answered: "mine" }));
  await expect(page.getByText("Somebody published another version of this policy meanwhile.")).toBeVisible();
  await toolbar(page).getByRole("button", { name: "Review", exact: true }).click();
  await expect(dialog).toContainText("Both changes fit together.");
  await dialog.getByRole("button", { name: "Take into the editor" }).click();
  await expect(page.getByText("Somebody published another version of this policy meanwhile.")).toHaveCount(0);
  await toolbar(page).getByRole("button", { name: "Review", exact: true }).click();
  await dialog.getByRole("button", { name: "Publish change" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toHaveCount(0);
  expect(await storedPolicy(management, "shared")).toBe(policyWith({ sent: "theirs again", answered: "mine again" }));
});

test("unsaved work comes back after a reload and after leaving, until it is discarded", async ({
  page,
  management,
}) => {
  await makeApi(management, "kept", { policy: policyWith({ answered: "stored" }) });
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(`/apis/kept/policy?view=visual&${answeredHeader}`);
  await value(page).fill("typed");
  await page.reload();
  const restored = page.getByRole("status").filter({ hasText: /^Unsaved changes of .* were restored\./ });
  await expect(restored).toBeVisible();
  await expect(value(page)).toHaveValue("typed");

  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Overview" }).click();
  const leave = page.getByRole("dialog", { name: "Leave with unsaved changes?" });
  await leave.getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(/\/apis\/kept$/);
  await page.goto(`/apis/kept/policy?view=visual&${answeredHeader}`);
  await expect(value(page)).toHaveValue("typed");

  await toolbar(page).getByRole("button", { name: "Discard" }).click();
  await expect(value(page)).toHaveValue("stored");
  await notifications(page).getByRole("button", { name: "Undo" }).click();
  await expect(value(page)).toHaveValue("typed");
  await toolbar(page).getByRole("button", { name: "Discard" }).click();
  await expect(value(page)).toHaveValue("stored");
  await page.reload();
  await expect(value(page)).toHaveValue("stored");
  await expect(restored).toHaveCount(0);
  expect(await storedPolicy(management, "kept")).toBe(policyWith({ answered: "stored" }));
});

test("a policy and a backend gathered in a draft go live as one change, and back as one", async ({
  page,
  gatehouse,
  management,
}) => {
  await makeApi(management, "drafted", { policy: policyWith({ answered: "before" }) });
  await management.put("/backends/drafted", { url: `${echo}/before`, protocol: "http" });
  const answered = async () => (await fetch(`${gatehouse.gateway}/drafted/`)).headers.get("x-answered");
  const backend = async () => (await management.properties("/backends/drafted")).url;

  await page.goto(`/apis/drafted/policy?view=visual&${answeredHeader}`);
  await value(page).fill("after");
  await toolbar(page).getByRole("button", { name: "Other ways to save" }).click();
  await page.getByRole("menuitem", { name: "Save to draft…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name of the new draft" }).fill("Both of them");
  await dialog.getByRole("button", { name: "Save to draft" }).click();
  await expect(page).toHaveURL(/draft=both-of-them/);
  const banner = page.getByRole("status").filter({ hasText: "Draft “Both of them”" });
  await expect(banner).toContainText("1 document");
  await expect(value(page)).toHaveValue("after");

  await page.goto("/backends/drafted/settings");
  await page.getByLabel("Runtime URL").fill(`${echo}/after`);
  await page.getByRole("button", { name: "Save to draft" }).click();
  await expect(dialog.getByLabel("Draft", { exact: true })).toHaveValue("both-of-them");
  await dialog.getByRole("button", { name: "Save to draft" }).click();
  await expect(notifications(page)).toContainText("Saved to the draft “Both of them”");

  await page.goto("/activity/drafts?draft=both-of-them");
  const draft = page.getByRole("main").getByRole("listitem").filter({ hasText: "Both of them" }).first();
  await expect(draft).toContainText("2 documents");
  await expect(draft).toContainText(`${echo}/after`);
  await expect(draft).toContainText("set-header");
  await expect(draft.getByRole("link", { name: "Open in editor" })).toHaveAttribute(
    "href",
    /\/apis\/drafted\/policy\?draft=both-of-them/,
  );
  expect(await answered()).toBe("before");
  expect(await backend()).toBe(`${echo}/before`);

  await draft.getByRole("button", { name: "Publish", exact: true }).click();
  const toast = notifications(page).getByText("Draft “Both of them” published").locator("..");
  await expect(toast).toContainText(/rev \d+ · \S+ \d[\d.]* ms/);
  await expect.poll(answered).toBe("after");
  expect(await backend()).toBe(`${echo}/after`);
  await notifications(page).getByRole("button", { name: "Undo" }).last().click();
  await expect(notifications(page)).toContainText(/Revision \d+ undone/);
  await expect.poll(answered).toBe("before");
  expect(await backend()).toBe(`${echo}/before`);
});

test("each line of the effective policy leads to where it was written", async ({ page, management }) => {
  await management.put("/policyFragments/stamped", {
    format: "rawxml",
    value: '<fragment><set-header name="x-stamp" exists-action="override"><value>1</value></set-header></fragment>',
  });
  await makeApi(management, "effective", { policy: policyWith({ answered: "from the API" }) });
  await management.put("/apis/effective/operations/get/policies/policy", {
    format: "rawxml",
    value:
      '<policies><inbound><base /><include-fragment fragment-id="stamped" /></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>',
  });
  await page.goto("/apis/effective/operations/get/policy?view=effective");
  const lines = page.getByRole("list", { name: "Effective policy" });
  await expect(lines).toContainText("from the API");
  await expect(lines).toContainText("x-stamp");
  await expect(lines).toContainText("forward-request");
  await expect(lines.getByRole("link", { name: /^Edit there: .*Fragment stamped, line \d+$/ }).first()).toBeVisible();
  const origin = lines.getByRole("listitem").filter({ hasText: "x-answered" }).getByRole("link");
  await origin.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/apis\/effective\/policy\?.*at=outbound/);
  await expect(page.getByRole("textbox", { name: "Policy as code" })).toContainText("from the API");
});
