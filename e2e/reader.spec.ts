import { echo } from "./testing/echo";
import { furnish } from "./testing/furnish";
import { entityPages, ownPages } from "./testing/pages";
import { settled } from "./testing/settled";
import { browserOf } from "./testing/sign-in";
import { expect, test } from "./testing/story";

const rita = { email: "rita@example.test", name: "Rita", password: "only here to look" };
const changing =
  /^(create|edit|delete|duplicate|add|upload|register|connect gateway|publish|review|discard|regenerate|reveal|copy (primary|secondary|value)|undo|make|replace|remove|revoke|send|take)(?![-\w])/i;
/** The console's form may be filled in by anybody. */
const anybodys = /^(Add header|Add query parameter|Remove Content-Type)$/;
/** A person's own tokens and password are theirs, whatever the role; they can never do more than the person. */
const own = new Set(["/settings/tokens", "/settings/account"]);

test("a reader sees everything, is offered nothing that changes, and can change nothing", async ({
  browser,
  gatehouse,
  management,
}) => {
  test.setTimeout(180_000);
  await furnish(management);
  await management.addPerson(rita, "reader");
  const revision = await management.revision();
  const context = await browserOf(browser, gatehouse, rita);
  const page = await context.newPage();
  try {
    await test.step("every page shows what it is for, without a way to change it", async () => {
      const offered: string[] = [];
      for (const address of [...ownPages, ...entityPages]) {
        if (own.has(address) || address.endsWith("/new")) continue;
        await page.goto(address);
        await settled(page);
        const main = page.getByRole("main");
        const controls = main.locator("button:enabled, a[href], [role=menuitem]");
        const names = await controls.evaluateAll((all) =>
          all
            // A title that unfolds what a change did begins with "Create", too.
            .filter((each) => each.getAttribute("aria-expanded") === null)
            .map((each) => (each.getAttribute("aria-label") ?? each.textContent ?? "").trim()),
        );
        for (const name of names) if (changing.test(name) && !anybodys.test(name)) offered.push(`${address}: ${name}`);
        const fields = main.locator("form input:enabled:not([readonly]), form textarea:enabled:not([readonly])");
        if (address.endsWith("/settings") && (await fields.count()) > 0) offered.push(`${address}: its fields`);
      }
      expect(offered).toEqual([]);
      await page.goto("/backends/orders");
      await expect(page.getByRole("main")).toContainText(`${echo}/orders`);
      await page.getByRole("button", { name: "More actions" }).click();
      await expect(page.getByRole("menuitem", { name: "Show as code" })).toBeVisible();
      await expect(page.getByRole("menuitem", { name: changing })).toHaveCount(0);
      await page.keyboard.press("Escape");
    });

    await test.step("neither keys nor the palette offer it", async () => {
      await page.goto("/backends");
      await settled(page);
      await page.keyboard.press("c");
      await page.keyboard.press("Control+k");
      const palette = page.getByRole("dialog", { name: "Search or jump to" });
      await expect(palette.getByRole("option").first()).toBeVisible();
      await expect(palette.getByRole("option", { name: /create/i })).toHaveCount(0);
      await page.keyboard.press("Escape");
      await expect(page).toHaveURL(/\/backends$/);
      await page.goto("/backends/new");
      await expect(page.getByRole("button", { name: "Create backend" }).and(page.locator(":enabled"))).toHaveCount(0);
    });

    await test.step("the API behind the pages refuses every change of hers", async () => {
      await page.goto("/backends");
      const asked: [method: string, path: string, body?: unknown][] = [
        ["PUT", "/backends/hers", { properties: { url: "http://example.test", protocol: "http" } }],
        ["PUT", "/backends/orders", { properties: { url: "http://example.test", protocol: "http" } }],
        ["PATCH", "/backends/orders", { properties: { title: "hers" } }],
        ["DELETE", "/backends/orders-standby"],
        ["PUT", "/apis/orders/policies/policy", { properties: { value: "<policies />", format: "rawxml" } }],
        ["PUT", "/products/gold/apis/echo-api"],
        ["DELETE", "/products/gold/apis/orders"],
        ["POST", "/subscriptions/acme/listSecrets"],
        ["POST", "/subscriptions/acme/regeneratePrimaryKey"],
        ["POST", "/namedValues/token/listValue"],
        ["POST", "/gateways/edge/listKeys"],
        [
          "POST",
          "/gateways/edge/generateToken",
          { properties: { keyType: "primary", expiry: "2099-01-01T00:00:00Z" } },
        ],
        ["POST", `/changes/${revision}/undo`],
        ["PUT", "/drafts/hers", { title: "hers" }],
        ["POST", "/console/send", { apiId: "orders", operationId: "get-order", parameters: { id: "1" }, headers: [] }],
        ["GET", "/operators"],
        ["POST", "/operators", { email: "x@example.test", role: "owner", password: "a long enough password" }],
        ["GET", "/auditTrail"],
      ];
      for (const [method, path, body] of asked) {
        const answer = await page.evaluate(
          async ([method, url, body]) => {
            const headers = { "content-type": "application/json", "if-match": "*" };
            const response = await fetch(url, { method, headers, body });
            return { status: response.status, text: await response.text() };
          },
          [
            method,
            new URL(management.url(path)).pathname + new URL(management.url(path)).search,
            body === undefined ? undefined : JSON.stringify(body),
          ] as const,
        );
        expect(answer.status, `${method} ${path}: ${answer.text}`).toBe(403);
        // The role is the reason, and not another check that happens to refuse as well.
        expect(answer.text, `${method} ${path}`).toMatch(/reader|role/i);
      }
    });

    expect(await management.revision()).toBe(revision);
    expect(await management.properties("/backends/orders")).toMatchObject({ title: "Orders" });
  } finally {
    await context.close();
  }
});
