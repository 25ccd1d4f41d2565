import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Page } from "@playwright/test";
import type { Management } from "./testing/management";
import { openPlace } from "./testing/place";
import { expect, test } from "./testing/story";

const echo = "http://echo.gatehouse.internal";
const root = path.resolve(import.meta.dirname, "..");

const policies = (inbound: string, backend = "<base />"): string =>
  `<policies>\n  <inbound>\n    <base />\n    ${inbound}\n  </inbound>\n  <backend>${backend}</backend>\n  <outbound><base /></outbound>\n  <on-error><base /></on-error>\n</policies>`;

/** An API with one operation, and a policy where one is given. */
async function api(management: Management, name: string, serviceUrl: string, policy?: string): Promise<void> {
  await management.put(`/apis/${name}`, {
    displayName: name,
    path: name,
    protocols: ["http"],
    subscriptionRequired: false,
    serviceUrl,
  });
  await management.put(`/apis/${name}/operations/get`, { displayName: "Get", method: "GET", urlTemplate: "/stock" });
  if (policy !== undefined) await write(management, name, policy);
}
const write = (management: Management, name: string, value: string, query = "") =>
  management.put(`/apis/${name}/policies/policy${query}`, { format: "rawxml", value });

/** The portal has its own ways to say that a change has reached the gateway; a script asks until it has. */
const eventually = (assertion: () => Promise<void>) => expect(assertion).toPass({ timeout: 10_000 });

async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Send", exact: true }).click();
}
async function addHeader(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole("button", { name: "Add header" }).click();
  await page
    .getByRole("textbox", { name: /^Header/ })
    .last()
    .fill(name);
  await page
    .getByRole("textbox", { name: /^Value/ })
    .last()
    .fill(value);
}
const answerOf = (page: Page) => page.getByRole("region", { name: "Answer" });
const traceOf = (page: Page) => page.getByRole("region", { name: "Trace", exact: true });

test("a token that is refused is followed to the step that refused it, and from there to its place in the policy", async ({
  page,
  management,
  gatehouse,
}) => {
  const key = Buffer.from("a key that signs the tokens of a shop").toString("base64");
  await management.put("/namedValues/guard-key", { displayName: "guard-key", value: key, secret: true });
  await api(
    management,
    "guarded",
    echo,
    policies(`<set-variable name="tenant" value="@(context.Request.Headers.GetValueOrDefault("x-tenant", "none"))" />
    <set-variable name="level" value="@(7)" />
    <rewrite-uri template="/rewritten" />
    <choose>
      <when condition="@(context.Variables.GetValueOrDefault<string>("tenant") == "gold")">
        <set-header name="x-tier" exists-action="override"><value>gold</value></set-header>
      </when>
      <otherwise>
        <set-header name="x-tier" exists-action="override"><value>basic</value></set-header>
      </otherwise>
    </choose>
    <validate-jwt header-name="Authorization">
      <issuer-signing-keys><key>{{guard-key}}</key></issuer-signing-keys>
    </validate-jwt>`),
  );
  await eventually(async () => expect((await fetch(`${gatehouse.gateway}/guarded/stock`)).status).toBe(401));
  const answer = answerOf(page);
  const trace = traceOf(page);
  const step = trace.getByRole("heading", { level: 3 });

  await page.goto("/console?api=guarded&operation=get");
  await addHeader(page, "x-tenant", "gold");
  await send(page);
  await expect(answer).toContainText("401 Unauthorized");
  await expect(answer).toContainText("JWT not present");
  await expect(step).toHaveText("validate-jwt");

  await test.step("with a token that is none", async () => {
    await addHeader(page, "Authorization", "Bearer not.a.token");
    await send(page);
    await expect(answer.getByText("validate-jwt")).toBeVisible();
    await expect(answer).not.toContainText("JWT not present");
    await expect(trace).toContainText("Failed at validate-jwt");
    await expect(step).toHaveText("validate-jwt");
  });

  await test.step("the arrow keys step through it, and the state is what each step had before it", async () => {
    await trace.getByRole("tree", { name: "Steps" }).focus();
    await page.keyboard.press("ArrowLeft");
    await expect(step).toHaveText("set-header");
    await expect(page).toHaveURL(/step=\d+/);
    await trace.getByRole("tab", { name: "Request" }).click();
    await expect(trace.getByRole("tabpanel")).toContainText(/x-tier.*gold/);
    await expect(trace.getByRole("tabpanel")).toContainText(`${echo}/rewritten`);
    await trace.getByRole("tab", { name: /Variables/ }).click();
    await expect(trace.getByRole("tabpanel")).toContainText(/tenant\s*gold/);
    await trace.getByRole("tree", { name: "Steps" }).focus();
    await page.keyboard.press("ArrowLeft");
    await expect(step).toHaveText("choose");
    await page.reload();
    await expect(step).toHaveText("choose");
  });

  await test.step("an expression is evaluated with it", async () => {
    await trace.getByRole("tab", { name: "Evaluate" }).click();
    const expression = trace.getByRole("textbox", { name: "Expression" });
    const evaluate = async (code: string) => {
      await expression.click();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText(code);
      await page.keyboard.press("ControlOrMeta+Enter");
    };
    const result = trace.getByRole("tabpanel");
    await evaluate('@(context.Variables.GetValueOrDefault<int>("level") + 1)');
    await expect(result).toContainText("System.Int32");
    await expect(result.locator("pre")).toHaveText("8");
    await evaluate("context.Request.Url.Path");
    await expect(result.locator("pre")).toHaveText("/rewritten");
    await evaluate("@(context.Request.OriginalUrl.Path)");
    await expect(result.locator("pre")).toHaveText("/guarded/stock");
    await evaluate("@(context.Variable)");
    await expect(result).toContainText("CS1061");
    await evaluate('@(context.Request.Headers.GetValueOrDefault("x-tier", "none yet"))');
    await expect(result.locator("pre")).toHaveText("gold");
    // What is asked goes along to another step: before the choose there was no such header.
    await trace.getByRole("button", { name: "Previous step" }).click();
    await expect(step).toHaveText("rewrite-uri");
    await expect(result.locator("pre")).toHaveText("none yet");
  });

  await test.step("one click leads to its place in the policy", async () => {
    await trace.getByRole("option", { name: /validate-jwt.*failed/ }).click();
    await expect(step).toHaveText("validate-jwt");
    await trace.getByRole("link", { name: "Open in editor" }).click();
    await expect(page).toHaveURL(/\/apis\/guarded\/policy\?/);
    await expect(page).toHaveURL(/at=[^&]*validate-jwt/);
  });
});

test("a draft is tried before it is published, and is gone again after the undo", async ({
  page,
  management,
  gatehouse,
}) => {
  await api(management, "previewed", echo, policies(""));
  const mark = '<set-header name="x-draft" exists-action="override"><value>seen</value></set-header>';
  await management.ask("PUT", "/drafts/preview", { title: "Mark requests" });
  await write(management, "previewed", policies(mark), "?draft=preview");
  const received = async () => {
    const response = await fetch(`${gatehouse.gateway}/previewed/stock`);
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

test("a run is kept as a test, which fails when the policy no longer does what it did", async ({
  page,
  management,
  gatehouse,
}) => {
  const tiers = (tier: string) =>
    policies(`<choose>
      <when condition="@(context.Request.Headers.GetValueOrDefault("x-tenant", "") == "gold")">
        <return-response><set-status code="200" reason="OK" /><set-header name="Content-Type" exists-action="override"><value>application/json</value></set-header><set-body>{"tier":"${tier}"}</set-body></return-response>
      </when>
      <when condition="@(context.Request.Headers.GetValueOrDefault("x-tenant", "") == "silver")">
        <return-response><set-status code="204" reason="No Content" /></return-response>
      </when>
    </choose>`);
  await api(management, "tiered", echo, tiers("gold"));
  const asGold = { headers: { "x-tenant": "gold" } };
  const tierIs = (tier: string) =>
    eventually(async () =>
      expect(await (await fetch(`${gatehouse.gateway}/tiered/stock`, asGold)).json()).toEqual({ tier }),
    );
  await tierIs("gold");

  await page.goto("/console?api=tiered&operation=get");
  await addHeader(page, "x-tenant", "gold");
  await send(page);
  await expect(answerOf(page)).toContainText("200 OK");
  await expect(traceOf(page).getByRole("heading", { level: 3 })).toBeVisible();
  await page.getByRole("button", { name: "Save as test" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as test" });
  await dialog.getByLabel("Name", { exact: true }).first().fill("Gold customers get gold");
  await expect(dialog.getByLabel("Content of expectation 3")).toHaveValue('"gold"');
  await expect(dialog.getByLabel("Place of the policy of expectation 4")).toHaveValue(
    "inbound[1]/choose[1]/when[1]/return-response[1]",
  );
  await dialog.getByRole("button", { name: "Save test" }).click();
  await expect(dialog).toHaveCount(0);

  const inTerminal = () => {
    const { status, stdout, stderr } = spawnSync(
      "npm",
      ["run", "--silent", "policy", "--", "test", "--api", "tiered", "--portal", gatehouse.portal],
      { cwd: root, encoding: "utf8", env: { ...process.env, GATEHOUSE_MANAGEMENT_TOKEN: gatehouse.token } },
    );
    const results = stdout.split("\n").filter((line) => line.startsWith("{"));
    return { status, results: results.map((line) => JSON.parse(line) as { ok: boolean; failures: object[] }), stderr };
  };

  await test.step("it passes, here and in a terminal", async () => {
    await page.goto("/apis/tiered/tests");
    await page.getByRole("button", { name: "Run all tests" }).click();
    await expect(page.getByText("The test passed")).toBeVisible();
    await expect(page.getByRole("list", { name: "Branches that no test reached" })).toContainText("choose[1]/when[2]");
    const { status, results, stderr } = inTerminal();
    expect(status).toBe(0);
    expect(results).toMatchObject([{ displayName: "Gold customers get gold", ok: true, failures: [] }]);
    expect(stderr).toContain("choose[1]/when[2]");
  });

  await test.step("the editor shows which branch no test reached", async () => {
    await page.goto("/apis/tiered/policy?view=code");
    const marks = page.getByTitle("No test reaches this branch");
    await expect(marks.first()).toBeVisible();
    const line = page.locator(".cm-line").filter({ hasText: '"silver"' });
    const [mark, when] = await Promise.all([marks.first().boundingBox(), line.boundingBox()]);
    expect(Math.abs((mark?.y ?? 0) - (when?.y ?? 1_000))).toBeLessThan(when?.height ?? 0);
  });

  await test.step("it fails with what was expected and what came", async () => {
    await write(management, "tiered", tiers("bronze"));
    await tierIs("bronze");
    await page.goto("/apis/tiered/tests");
    await page.getByRole("button", { name: "Run Gold customers get gold" }).click();
    await expect(page.getByText("1 of 1 failed")).toBeVisible();
    const failure = page.getByRole("listitem").filter({ hasText: "$.tier is" }).last();
    await expect(failure).toContainText(/Expected\s*"gold"/);
    await expect(failure).toContainText(/Was\s*bronze/);
    const { status, results } = inTerminal();
    expect(status).toBe(1);
    expect(results).toMatchObject([{ ok: false, failures: [{ expected: '"gold"', actual: "bronze" }] }]);
    await page.getByRole("link", { name: "Show trace" }).click();
    await expect(traceOf(page).getByRole("heading", { level: 3 })).toBeVisible();
  });
});

test("an answer that streams is shown as it comes, until it is stopped", async ({ page, management, gatehouse }) => {
  let next = () => {};
  let left = false;
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    let count = 0;
    next = () => void response.write(`data: piece ${++count}\n\n`);
    response.on("close", () => {
      left = true;
    });
    next();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    await api(
      management,
      "events",
      `http://127.0.0.1:${port}`,
      policies("", '<forward-request buffer-response="false" />'),
    );
    await eventually(async () => {
      const response = await fetch(`${gatehouse.gateway}/events/stock`);
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
    server.closeAllConnections();
    server.close();
  }
});

test("a secret of an environment is used in a request and shown nowhere", async ({ page, management, gatehouse }) => {
  const secret = "hush-9f3c1d77";
  const asked: (string | undefined)[] = [];
  const server = createServer(({ headers }, response) => {
    asked.push(headers["x-token"] as string | undefined, headers["x-tenant"] as string | undefined);
    response.setHeader("content-type", "application/json").end('{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
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
    await api(management, "staged", `http://127.0.0.1:${(server.address() as AddressInfo).port}`, policies(""));
    await eventually(async () => expect((await fetch(`${gatehouse.gateway}/staged/stock`)).status).toBe(200));
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
    server.closeAllConnections();
    server.close();
  }
});

test("a request that reaches nobody says so", async ({ page, management, gatehouse }) => {
  const gone = await openPlace("gone");
  await gone.close();
  await api(management, "nobody", gone.url, policies(""));
  await eventually(async () => expect((await fetch(`${gatehouse.gateway}/nobody/stock`)).status).toBe(500));
  await page.goto("/console?api=nobody&operation=get");
  await send(page);
  await expect(answerOf(page)).toContainText("500 Internal Server Error");
  await expect(answerOf(page)).toContainText("The gateway could not reach the backend.");
  await expect(traceOf(page).getByRole("heading", { level: 3 })).toHaveText("forward-request");
});
