import { policyText } from "@/policy/policy-text";
import { answerOf, send } from "./testing/console-page";
import { eventually } from "./testing/eventually";
import { makeApi } from "./testing/make-api";
import { openServer } from "./testing/open-server";
import { expect, test } from "./testing/story";

test("an answer that streams is shown as it comes, until it is stopped", async ({ page, management, gatehouse }) => {
  let next = () => {};
  let left = false;
  const server = await openServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    let count = 0;
    next = () => void response.write(`data: piece ${++count}\n\n`);
    response.on("close", () => {
      left = true;
    });
    next();
  });
  try {
    const policy = policyText({ backend: ['<forward-request buffer-response="false" />'] });
    await makeApi(management, "events", { policy, serviceUrl: server.url });
    await eventually(async () => {
      const response = await fetch(`${gatehouse.gateway}/events/`);
      expect(response.status).toBe(200);
      await response.body?.cancel();
    });
    left = false;
    await page.goto("/console?api=events&operation=get");
    await send(page);
    const stream = answerOf(page).getByRole("group", { name: "Stream" });
    await expect(stream).toContainText("piece 1");
    await expect(stream).not.toContainText("piece 2");
    next();
    await expect(stream).toContainText("piece 2");
    next();
    await expect(stream).toContainText("piece 3");
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await expect(answerOf(page)).toContainText("Stopped");
    await expect(stream).toContainText("piece 3");
    await expect(page.getByRole("button", { name: "Send", exact: true })).toBeVisible();
    await expect.poll(() => left).toBe(true);
  } finally {
    await server.close();
  }
});
