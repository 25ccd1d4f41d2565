import type http from "node:http";
import { policyText } from "@/policy/policy-text";
import { accessibilityFindings } from "./testing/accessibility";
import { answerOf, send, traceOf } from "./testing/console-page";
import { eventually } from "./testing/eventually";
import { makeApi } from "./testing/make-api";
import { openServer } from "./testing/open-server";
import { expect, test } from "./testing/story";

const bytes = Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7) % 256));
const items = JSON.stringify({ items: Array.from({ length: 40_000 }, (_, id) => ({ id, name: `Item ${id}` })) });

const answers: Record<string, (response: http.ServerResponse) => void> = {
  headers(response) {
    for (let at = 0; at < 200; at++) response.setHeader(`x-header-${at}`, `value ${at}`);
    response.setHeader(`x-${"long-".repeat(18)}name`, "short");
    response.setHeader("x-long-value", "0123456789abcdef".repeat(300));
    response.end("ok");
  },
  bytes: (response) => void response.setHeader("content-type", "application/octet-stream").end(bytes),
  items: (response) => void response.setHeader("content-type", "application/json").end(items),
  never: () => {},
};

test("answers of every size and kind stay within their frame, and are read, searched and stopped", async ({
  page,
  management,
  gatehouse,
}) => {
  const server = await openServer(({ url = "" }, response) => answers[url.split("/").at(-1) ?? ""]?.(response));
  try {
    const policy = policyText({ backend: ['<forward-request buffer-response="false" />'] });
    await makeApi(management, "kinds", { serviceUrl: server.url, policy });
    for (const name of Object.keys(answers))
      await management.put(`/apis/kinds/operations/${name}`, {
        displayName: name,
        method: "GET",
        urlTemplate: `/${name}`,
      });
    await eventually(async () => expect((await fetch(`${gatehouse.gateway}/kinds/headers`)).status).toBe(200));
    const answer = answerOf(page);
    const trace = traceOf(page);
    const open = async (operation: string) => {
      await page.goto(`/console?api=kinds&operation=${operation}`);
      await send(page);
    };
    const reachesOver = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

    for (const width of [1_440, 390]) {
      await test.step(`hundreds of headers, ${width} wide`, async () => {
        await page.setViewportSize({ width, height: 900 });
        await open("headers");
        await answer.getByRole("tab", { name: /^Headers/ }).click();
        const headers = answer.getByRole("tabpanel").getByRole("group", { name: /^Headers \(2\d\d\)/ });
        const value = headers.getByText("value 7", { exact: true });
        await expect(value).toBeVisible();
        // On one line, beside or below its name, and the trace is not pushed out of reach.
        expect((await value.boundingBox())?.height).toBeLessThan(24);
        expect((await headers.boundingBox())?.height).toBeLessThan(400);
        await answer.getByRole("searchbox", { name: "Filter headers" }).fill("LONG-VALUE");
        await expect(headers.getByRole("definition")).toHaveCount(1);
        await expect(headers.getByRole("definition")).toContainText("0123456789abcdef0123");
        await answer.getByRole("searchbox", { name: "Filter headers" }).fill("nothing at all");
        await expect(answer.getByText("No header is like that.")).toBeVisible();
        expect(await reachesOver()).toBe(0);
        expect(await accessibilityFindings(page)).toEqual([]);
      });
    }

    await test.step("bytes are told from text, in the answer and in the trace", async () => {
      await open("bytes");
      await expect(answer).toContainText("The content is not text · 5,000 bytes");
      await expect(trace).toContainText("response body");
      await expect(trace.getByText("(not text)")).toBeVisible();
      await expect(trace).not.toContainText("\ufffd");
    });

    await test.step("JSON that was cut off is laid out all the same, and no line leaves its frame", async () => {
      await page.setViewportSize({ width: 1_440, height: 900 });
      await open("items");
      await expect(answer).toContainText("Only the first megabyte is shown.");
      await expect(answer.getByRole("group", { name: "Pretty" })).toContainText('"name": "Item 0"');
      await answer.getByRole("tab", { name: "Raw" }).click();
      const raw = answer.getByRole("group", { name: "Raw" });
      await expect(raw).toContainText('{"items":[{"id":0');
      expect(await raw.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    });

    await test.step("what never comes is waited for in sight, and stopped by a key", async () => {
      await open("never");
      await expect(answer).toContainText(/Waiting for the answer for \d+ s\./);
      await page.keyboard.press("Control+.");
      await expect(answer).toContainText("Stopped");
      await expect(page.getByRole("button", { name: "Send", exact: true })).toBeVisible();
    });
  } finally {
    await server.close();
  }
});

test("what an API lacks is said with the way to it", async ({ page, management }) => {
  await management.put("/apis/bare", { displayName: "Bare", path: "bare", protocols: ["http"] });
  await page.goto("/console?api=bare");
  await expect(page.getByText("This API has no operations yet.")).toBeVisible();
  await page.getByRole("link", { name: "Open operations" }).click();
  await expect(page).toHaveURL(/\/apis\/bare\/operations/);

  await management.put("/apis/lost", {
    displayName: "Lost",
    path: "lost",
    protocols: ["http"],
    subscriptionRequired: false,
  });
  await management.put("/apis/lost/operations/look", { displayName: "Look", method: "GET", urlTemplate: "/look" });
  await page.goto("/console?api=lost&operation=look");
  await expect(async () => {
    await send(page);
    await expect(answerOf(page)).toContainText("500", { timeout: 2_000 });
  }).toPass();
  await expect(answerOf(page)).toContainText("Neither the API nor a policy names a backend to call.");
  await expect(answerOf(page)).toContainText("See that the API or a policy names one");

  await test.step("and the step that failed is one key away", async () => {
    await answerOf(page).getByRole("button", { name: "Show the step" }).press("Enter");
    const tree = traceOf(page).getByRole("tree", { name: "Steps" });
    await expect(tree).toBeFocused();
    await expect(traceOf(page).getByRole("heading", { level: 3 })).toHaveText("forward-request");
    await page.keyboard.press("ArrowDown");
    await expect(tree.getByRole("treeitem", { selected: true })).toContainText(
      "Neither the API nor a policy names a backend to call.",
    );
  });
});

test("headers are filled in without a pointer, and operations are found by their method", async ({
  page,
  management,
}) => {
  await makeApi(management, "typed");
  await management.put("/apis/typed/operations/drop", { displayName: "Drop", method: "DELETE", urlTemplate: "/gone" });
  await page.goto("/console?api=typed&operation=get");
  await page.getByRole("button", { name: "Add header" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "Header 1" })).toBeFocused();
  await page.keyboard.type("x-one");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1");
  await page.getByRole("button", { name: "Add header" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "Header 2" })).toBeFocused();
  await page.getByRole("button", { name: "Remove 2" }).press("Enter");
  await expect(page.getByRole("button", { name: "Add header" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Value 1" })).toHaveValue("1");

  await page.keyboard.press("/");
  await page.getByRole("combobox", { name: "Name or address" }).fill("delete");
  await expect(page.getByRole("option", { name: /Drop/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/operation=drop/);
});
