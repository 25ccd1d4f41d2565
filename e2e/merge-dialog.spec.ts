import { policyText } from "@/policy/policy-text";
import { accessibilityFindings } from "./testing/accessibility";
import { makeApi } from "./testing/make-api";
import { putPolicy } from "./testing/put-policy";
import { setHeader } from "./testing/set-header";
import { expect, test } from "./testing/story";

const policyWith = (answered: string) => policyText({ outbound: ["<base />", setHeader("x-answered", answered)] });

test("what was edited by hand comes back after merging anew", async ({ page, management, provoked }) => {
  await makeApi(management, "merged", { policy: policyWith("before") });
  await page.goto("/apis/merged/policy?view=visual&at=outbound[1]/set-header[1]");
  await page
    .getByRole("complementary", { name: "Settings of the chosen element" })
    .getByRole("textbox", { name: /^Value/ })
    .fill("mine");
  await page.getByRole("toolbar", { name: "Policy" }).getByRole("button", { name: "Review", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Publish change" })).toBeEnabled();
  await putPolicy(management, "merged", policyWith("theirs"));
  provoked.push(/status of 4(09|12)/);
  await dialog.getByRole("button", { name: "Publish change" }).click();
  await dialog.getByRole("radio", { name: /^Use mine/ }).check();

  const merged = dialog.getByRole("textbox", { name: "Merged document, XML" });
  const edit = async (text: string) => {
    await merged.click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.insertText(text);
    await expect(merged).toContainText(text);
  };
  await edit("<!-- by hand -->");

  await test.step("a key of the editor takes the edit back, and brings it again", async () => {
    await page.keyboard.press("Control+z");
    await expect(merged).not.toContainText("by hand");
    await page.keyboard.press("Control+Shift+z");
    await expect(merged).toContainText("by hand");
  });

  await test.step("merging anew sets it aside, with the way back under the same key", async () => {
    await dialog.getByRole("button", { name: "Merge anew" }).press("Enter");
    await expect(merged).not.toContainText("by hand");
    await expect(dialog).toContainText("Your edits by hand are set aside.");
    await expect(dialog).toContainText("One place needs your choice");
    const back = dialog.getByRole("button", { name: "Bring my edits back" });
    await expect(back).toBeFocused();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await expect(merged).toContainText("<!-- by hand -->");
    await expect(merged).toContainText("<value>mine</value>");
    await expect(dialog.getByRole("button", { name: "Review the merge" })).toBeEnabled();
  });

  await test.step("also after other choices were made meanwhile", async () => {
    await dialog.getByRole("button", { name: "Merge anew" }).click();
    await dialog.getByRole("radio", { name: /^Use live/ }).check();
    await expect(merged).toContainText("<value>theirs</value>");
    await dialog.getByRole("button", { name: "Bring my edits back" }).click();
    await expect(merged).toContainText("<!-- by hand -->");
    await expect(merged).toContainText("<value>mine</value>");
  });
});
