import { echo } from "./testing/echo";
import { expect, test } from "./testing/story";

const secret = "s3cr3t-that-nobody-saw";

test("a secret is nowhere in the browser before Reveal, which leaves a trace, and nowhere after", async ({
  page,
  management,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.clock.install();
  await management.put("/namedValues/partner-key", { displayName: "partner-key", value: secret, secret: true });
  await management.put("/backends/partner", {
    url: echo,
    protocol: "http",
    credentials: { header: { "x-partner-key": [secret] } },
    proxy: { url: "http://127.0.0.1:9", username: "ada", password: secret },
  });
  const leaks: string[] = [];
  const reading: Promise<void>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "eventsource") return;
    const read = response.text().catch(() => "");
    reading.push(read.then((text) => (text.includes(secret) ? void leaks.push(response.url()) : undefined)));
  });
  const shown = page.getByRole("main").getByText(secret);
  const reveals = async () =>
    (await management.list<{ action: string; subject: string }>("/auditTrail")).filter(
      ({ action, subject }) => action === "secret-revealed" && subject.includes("partner-key"),
    ).length;

  await test.step("no page, no answer and no store of the browser holds it", async () => {
    for (const address of [
      "/named-values",
      "/named-values/partner-key/settings",
      "/named-values/partner-key/history",
      "/backends",
      "/backends/partner",
      "/backends/partner/settings",
      "/backends/partner/history",
      "/activity",
      "/named-values/partner-key",
    ]) {
      await page.goto(address);
      await expect(
        page
          .getByRole("main")
          .getByText(/partner/)
          .first(),
      ).toBeVisible();
      const closed = page.getByRole("button", { name: "Show changes" });
      while ((await closed.count()) > 0) await closed.first().click();
      await expect(page.locator("main .animate-pulse")).toHaveCount(0);
      expect(await page.content()).not.toContain(secret);
      const fields = await page
        .locator("input, textarea")
        .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
      expect(fields.join("\n")).not.toContain(secret);
    }
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(stored).not.toContain(secret);
    await Promise.all(reading);
    expect(leaks).toEqual([]);
    expect(await reveals()).toBe(0);
  });

  await test.step("Copy takes it without showing it, and is noted", async () => {
    await page.getByRole("button", { name: "Copy Value" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
    await expect(shown).toHaveCount(0);
    await expect.poll(reveals).toBe(1);
  });

  await test.step("Reveal shows it, and the audit trail says who asked", async () => {
    await page.getByRole("button", { name: "Reveal Value" }).click();
    await expect(shown).toBeVisible();
    await expect.poll(reveals).toBe(2);
    await page.getByRole("button", { name: "Hide Value" }).click();
    await expect(shown).toHaveCount(0);
    expect(await page.content()).not.toContain(secret);
  });

  await test.step("it is hidden again by itself after half a minute", async () => {
    await page.getByRole("button", { name: "Reveal Value" }).click();
    await expect(shown).toBeVisible();
    await page.clock.fastForward(29_000);
    await expect(shown).toBeVisible();
    await page.clock.fastForward(1_500);
    await expect(shown).toHaveCount(0);
  });

  await test.step("what was revealed is not kept for the next page or the next visit", async () => {
    leaks.length = 0;
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Named values" }).click();
    await page.getByRole("grid").getByRole("link", { name: "partner-key" }).click();
    await expect(page.getByRole("img", { name: "Value, hidden" })).toBeVisible();
    expect(await page.content()).not.toContain(secret);
    await page.reload();
    await expect(page.getByRole("img", { name: "Value, hidden" })).toBeVisible();
    await Promise.all(reading);
    expect(leaks).toEqual([]);
    await page.goto("/settings/audit-trail");
    const row = page.getByRole("row").filter({ hasText: "saw a secret" }).first();
    await expect(row).toContainText("ada");
    await expect(row).toContainText("partner-key");
  });
});
