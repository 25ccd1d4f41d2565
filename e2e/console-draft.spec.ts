import { policyText } from "@/policy/policy-text";
import { answerOf, send } from "./testing/console-page";
import { eventually } from "./testing/eventually";
import { makeApi } from "./testing/make-api";
import { putPolicy } from "./testing/put-policy";
import { setHeader } from "./testing/set-header";
import { expect, test } from "./testing/story";

test("a draft is tried before it is published, and is gone again after the undo", async ({
  page,
  management,
  gatehouse,
}) => {
  await makeApi(management, "previewed", { policy: policyText() });
  await management.ask("PUT", "/drafts/preview", { title: "Mark requests" });
  const marking = policyText({ inbound: ["<base />", setHeader("x-draft", "seen")] });
  await putPolicy(management, "previewed", marking, "?draft=preview");
  const received = async () => {
    const response = await fetch(`${gatehouse.gateway}/previewed/`);
    return ((await response.json()) as { headers: Record<string, string> }).headers["x-draft"];
  };
  await eventually(async () => expect(await received()).toBeUndefined());

  await page.goto("/console?api=previewed&operation=get");
  await page.getByLabel("Against", { exact: true }).selectOption({ label: "Draft: Mark requests" });
  await send(page);
  const answer = answerOf(page);
  await expect(answer).toContainText("200 OK");
  await expect(answer.getByRole("group", { name: "Pretty" })).toContainText('"x-draft": "seen"');
  expect(await received()).toBeUndefined();
  await page.getByLabel("Against", { exact: true }).selectOption({ label: "Live" });
  await send(page);
  await expect(answer.getByRole("group", { name: "Pretty" })).not.toContainText("x-draft");

  await test.step("a run of the session is opened again with what it ran against", async () => {
    await page.getByRole("button", { name: "History" }).click();
    await page.getByRole("menuitem", { name: /GET/ }).nth(1).click();
    await expect(page.getByLabel("Against", { exact: true })).toHaveValue("preview");
    await expect(answer.getByRole("group", { name: "Pretty" })).toContainText('"x-draft": "seen"');
  });

  await page.goto("/activity/drafts");
  await page.getByRole("button", { name: "Mark requests" }).click();
  await page.getByRole("main").getByRole("button", { name: "Publish" }).click();
  const toast = page.getByRole("region", { name: "Notifications" });
  await expect(toast).toContainText("published");
  await eventually(async () => expect(await received()).toBe("seen"));
  await toast.getByRole("button", { name: "Undo" }).first().click();
  await eventually(async () => expect(await received()).toBeUndefined());
});
