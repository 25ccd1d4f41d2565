import { spawnSync } from "node:child_process";
import path from "node:path";
import { policyText } from "@/policy/policy-text";
import { addHeader, answerOf, send, traceOf } from "./testing/console-page";
import { eventually } from "./testing/eventually";
import { makeApi } from "./testing/make-api";
import { putPolicy } from "./testing/put-policy";
import { expect, test } from "./testing/story";

const root = path.resolve(import.meta.dirname, "..");

test("a run is kept as a test, which fails when the policy no longer does what it did", async ({
  page,
  management,
  gatehouse,
}) => {
  const tiers = (tier: string) =>
    policyText({
      inbound: [
        "<base />",
        `<choose>
      <when condition="@(context.Request.Headers.GetValueOrDefault("x-tenant", "") == "gold")">
        <return-response><set-status code="200" reason="OK" /><set-header name="Content-Type" exists-action="override"><value>application/json</value></set-header><set-body>{"tier":"${tier}"}</set-body></return-response>
      </when>
      <when condition="@(context.Request.Headers.GetValueOrDefault("x-tenant", "") == "silver")">
        <return-response><set-status code="204" reason="No Content" /></return-response>
      </when>
    </choose>`,
      ],
    });
  await makeApi(management, "tiered", { policy: tiers("gold") });
  const asGold = { headers: { "x-tenant": "gold" } };
  const tierIs = (tier: string) =>
    eventually(async () =>
      expect(await (await fetch(`${gatehouse.gateway}/tiered/`, asGold)).json()).toEqual({ tier }),
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

  await test.step("a key leads to it, and says so", async () => {
    const code = page.getByRole("textbox", { name: "Policy as code" });
    const editor = page.locator(".cm-editor").filter({ has: code });
    const said = editor.locator(".cm-announced");
    await page.keyboard.press("F9");
    await expect(code).toBeFocused();
    await expect(said).toHaveText(/^Line \d+: no test reaches this branch\. 1 of 1$/);
    await expect(editor.locator(".cm-activeLine")).toContainText('"silver"');
    await page.keyboard.press("ArrowUp");
    await expect(said).toHaveText("Tests reach this branch");
  });

  await test.step("it fails with what was expected and what came", async () => {
    await putPolicy(management, "tiered", tiers("bronze"));
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
