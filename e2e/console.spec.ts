import { spawnSync } from "node:child_process";
import { furnish } from "./testing/furnish";
import { expect, test } from "./testing/story";

test("the console sends what was filled in, shows the answer, and hands over a command that works", async ({
  page,
  context,
  management,
  gatehouse,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await furnish(management);
  await management.put("/apis/notes", {
    displayName: "Notes",
    path: "notes",
    subscriptionRequired: false,
    protocols: ["http"],
  });
  const answer = page.getByRole("region", { name: "Answer" });
  const sent = async () =>
    JSON.parse(await answer.getByRole("group", { name: "Pretty" }).innerText()) as {
      method: string;
      url: string;
      headers: Record<string, string>;
      body: string;
    };
  const copyCommand = async () => {
    await answer.getByRole("tab", { name: "cURL" }).click();
    await answer.getByRole("button", { name: "Copy" }).click();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const { primaryKey } = (await (await management.ask("POST", "/subscriptions/acme/listSecrets")).json()) as {
    primaryKey: string;
  };
  const run = (command: string) => {
    const { status, stdout, stderr } = spawnSync("sh", ["-c", command.replace(/^curl /, "curl -sS --fail ")], {
      encoding: "utf8",
      env: { ...process.env, SUBSCRIPTION_KEY: primaryKey },
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    return JSON.parse(stdout) as { method: string; url: string; headers: Record<string, string>; body: string };
  };

  await page.goto("/console");
  await page.getByLabel("API", { exact: true }).selectOption({ label: "Notes" });
  await expect(page.getByText("This API has no operations yet.")).toBeVisible();
  await page.getByLabel("API", { exact: true }).selectOption({ label: "Orders" });
  await page.getByLabel("Operation", { exact: true }).selectOption({ label: "GET Get order" });
  await expect(page).toHaveURL(/api=orders&operation=get-order/);

  await test.step("what the URL needs is asked for", async () => {
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByText("The URL needs it.")).toBeVisible();
    await expect(page.getByLabel("id", { exact: true })).toBeFocused();
  });

  await test.step("a GET with its parameters, a header and the key of a subscription", async () => {
    await page.getByLabel("id", { exact: true }).fill("ü 7/8");
    await page.getByLabel("expand", { exact: true }).selectOption("lines");
    await page.getByLabel("Subscription").selectOption({ label: "Acme" });
    await page.getByRole("button", { name: "Add header" }).click();
    await page.getByLabel("Header").last().fill("x-note");
    await page.getByLabel("Value").last().fill('it\'s "quoted" $HOME');
    await page.getByRole("button", { name: "Send" }).click();
    await expect(answer).toContainText("200 OK");
    await expect(answer).toContainText(/\d ms/);
    const echoed = await sent();
    expect(echoed).toMatchObject({ method: "GET" });
    expect(echoed.url).toMatch(/\/orders\/items\/%C3%BC%207%2F8\?expand=lines$/);
    expect(echoed.headers["x-note"]).toBe('it\'s "quoted" $HOME');
    expect(echoed.headers["x-partner"]).toBe("acme");
    await answer.getByRole("tab", { name: /Headers/ }).click();
    await expect(answer).toContainText(/content-type/i);
    await expect(answer).toContainText("application/json");
  });

  await test.step("as a command, which holds no key and does the same", async () => {
    const command = await copyCommand();
    expect(command).not.toContain(primaryKey);
    expect(command).toContain("$SUBSCRIPTION_KEY");
    expect(command).toContain(`:${new URL(gatehouse.gateway).port}/`);
    const echoed = run(command);
    expect(echoed.url).toMatch(/\/orders\/items\/%C3%BC%207%2F8\?expand=lines$/);
    expect(echoed.headers["x-note"]).toBe('it\'s "quoted" $HOME');
  });

  await test.step("a POST with a body, and its command", async () => {
    const body = '{"customer":"O\'Hara","lines":[1,2]}';
    await page.getByLabel("Operation", { exact: true }).selectOption({ label: "POST Place order" });
    await page.getByLabel("Body", { exact: true }).fill(body);
    await page.keyboard.press("Control+Enter");
    await expect(answer.getByRole("group", { name: "Pretty" })).toContainText("O'Hara");
    expect(await sent()).toMatchObject({ method: "POST", body });
    expect(run(await copyCommand())).toMatchObject({ method: "POST", body });
  });

  await test.step("a refusal is an answer, too", async () => {
    await page.getByLabel("Subscription").selectOption({ label: "Without a key" });
    await page.getByRole("button", { name: "Send" }).click();
    await expect(answer).toContainText("401");
    await expect(answer).toContainText("Access denied due to missing subscription key");
    await expect(page).toHaveURL(/key=none/);
    await page.reload();
    await expect(page.getByLabel("Subscription")).toHaveValue("");
  });
});
