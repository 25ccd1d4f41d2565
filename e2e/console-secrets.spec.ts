import { addHeader, answerOf, send, traceOf } from "./testing/console-page";
import { eventually } from "./testing/eventually";
import { makeApi } from "./testing/make-api";
import { openServer } from "./testing/open-server";
import { expect, test } from "./testing/story";

test("a secret of an environment is used in a request and shown nowhere", async ({ page, management, gatehouse }) => {
  const secret = "hush-9f3c1d77";
  const asked: (string | undefined)[] = [];
  const server = await openServer(({ headers }, response) => {
    asked.push(headers["x-token"] as string | undefined, headers["x-tenant"] as string | undefined);
    response.setHeader("content-type", "application/json").end('{"ok":true}');
  });
  // What has come as a whole; of what a page has read as a stream, the browser does not always keep the text.
  const heard: string[] = [];
  page.on("response", (response) => {
    void response.text().then(
      (text) => heard.push(text),
      () => {},
    );
  });
  await page.route("**/console/run?*", async (route) => {
    const response = await route.fetch();
    heard.push(await response.text());
    await route.fulfill({ response, body: heard.at(-1) });
  });
  try {
    await makeApi(management, "staged", { serviceUrl: server.url });
    await eventually(async () => expect((await fetch(`${gatehouse.gateway}/staged/`)).status).toBe(200));
    asked.length = 0;
    await page.goto("/settings/environments");
    await page.getByRole("button", { name: "Create environment" }).click();
    const dialog = page.getByRole("dialog", { name: "Create environment" });
    await dialog.getByLabel("Name", { exact: true }).fill("Staging");
    await dialog.getByRole("button", { name: "Add value" }).click();
    await dialog.getByLabel("Name 1").fill("tenant");
    await dialog.getByLabel("Value of tenant").fill("gold");
    await dialog.getByRole("button", { name: "Add value" }).click();
    await dialog.getByLabel("Name 2").fill("token");
    await dialog.getByLabel("token is secret").check();
    await dialog.getByLabel("Value of token").fill(secret);
    await dialog.getByRole("button", { name: "Save environment" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole("main")).toContainText("tenant, token");
    const { variables } = await management.properties("/environments/staging");
    expect(JSON.stringify(variables)).toContain("gold");
    expect(JSON.stringify(variables)).not.toContain(secret);

    await page.goto("/console?api=staged&operation=get");
    await page.getByLabel("Environment", { exact: true }).selectOption({ label: "Staging" });
    await addHeader(page, "x-token", "{{token}}");
    await addHeader(page, "x-tenant", "{{tenant}}");
    await send(page);
    await expect(answerOf(page)).toContainText("200 OK");
    expect(asked).toEqual([secret, "gold"]);
    const trace = traceOf(page);
    await trace.getByRole("tab", { name: "Request" }).click();
    await expect(trace.getByRole("tabpanel")).toContainText("x-token");
    await expect(trace.getByRole("tabpanel")).toContainText(/x-tenant\s*gold/);
    await answerOf(page).getByRole("tab", { name: "cURL" }).click();
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    expect(kept).toContain("x-token");
    expect(heard.some((text) => text.includes('"kind":"trace"'))).toBe(true);
    for (const text of [kept, await page.content(), page.url(), ...heard]) expect(text).not.toContain(secret);
  } finally {
    await server.close();
  }
});
