import { policyText } from "@/policy/policy-text";
import { addHeader, answerOf, send, traceOf } from "./testing/console-page";
import { echo } from "./testing/echo";
import { eventually } from "./testing/eventually";
import { makeApi } from "./testing/make-api";
import { openPlace } from "./testing/open-place";
import { expect, test } from "./testing/story";

test("a token that is refused is followed to the step that refused it, and from there to its place in the policy", async ({
  page,
  management,
  gatehouse,
}) => {
  const key = Buffer.from("a key that signs the tokens of a shop").toString("base64");
  await management.put("/namedValues/guard-key", { displayName: "guard-key", value: key, secret: true });
  const policy = policyText({
    inbound: [
      "<base />",
      `<set-variable name="tenant" value="@(context.Request.Headers.GetValueOrDefault("x-tenant", "none"))" />
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
    </validate-jwt>`,
    ],
  });
  await makeApi(management, "guarded", { policy, urlTemplate: "/stock" });
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

test("a request that reaches nobody says so", async ({ page, management, gatehouse }) => {
  const gone = await openPlace("gone");
  await gone.close();
  await makeApi(management, "nobody", { serviceUrl: gone.url });
  await eventually(async () => expect((await fetch(`${gatehouse.gateway}/nobody/`)).status).toBe(500));
  await page.goto("/console?api=nobody&operation=get");
  await send(page);
  await expect(answerOf(page)).toContainText("500 Internal Server Error");
  await expect(answerOf(page)).toContainText("The gateway could not reach the backend.");
  await expect(traceOf(page).getByRole("heading", { level: 3 })).toHaveText("forward-request");
});
