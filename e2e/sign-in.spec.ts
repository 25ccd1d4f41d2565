import type { Page } from "@playwright/test";
import { clientId, clientSecret, OpenIdProvider } from "@/management/identity/testing/openid-provider";
import { administrator, expect, install, test } from "./testing/installation";

/** What the browser's console and the content security policy complain about; what a test provokes is taken out. */
function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on("pageerror", (error) => found.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("status of 401")) found.push(message.text());
  });
  return found;
}

const signInButton = (page: Page) => page.getByRole("button", { name: "Sign in", exact: true });

test("the first visitor sets up the installation, and the set-up page is gone", async ({ fresh, page }) => {
  const found = complaints(page);
  await page.goto(fresh.output().match(/http:\S+\/set-up\?code=\S+/)?.[0] ?? `${fresh.portal}/set-up`);
  await page.getByRole("button", { name: "Create administrator" }).click();
  await expect(page.getByRole("link", { name: "Email address" })).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await page.getByLabel("Email address").fill(administrator.email);
  await page.getByLabel("Password", { exact: true }).fill("Password1234!");
  await page.getByRole("button", { name: "Create administrator" }).click();
  await expect(page.getByText("most guessed passwords")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(administrator.password);
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/set-up|sign-in/);
  await page.goto(`${fresh.portal}/set-up`);
  await expect(page).not.toHaveURL(/set-up/);
  expect(found).toEqual([]);
});

test("signing in leads back to where one wanted to go; signing out ends it", async ({ gatehouse, page }) => {
  const found = complaints(page);
  await page.goto(`${gatehouse.portal}/backends?filter=x`);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await page.getByLabel("Email address").fill(administrator.email);
  await page.getByLabel("Password", { exact: true }).fill("not the right one");
  await signInButton(page).click();
  await expect(page.getByText("The email address or the password is wrong.")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(administrator.password);
  await signInButton(page).click();
  await expect(page).toHaveURL(`${gatehouse.portal}/backends?filter=x`);
  expect(found).toEqual([]);

  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name.endsWith("gatehouse-session"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  // A click may come before the page answers to clicks.
  await expect(async () => {
    await page.getByRole("button", { name: /Ada|ada/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click({ timeout: 2_000 });
  }).toPass();
  await expect(page).toHaveURL(/\/sign-in/);
  // A copy of the cookie is worth nothing either.
  const copy = await page.request.get(`${gatehouse.api}/backends?api-version=2024-05-01`, {
    headers: { cookie: `${session?.name}=${session?.value}` },
  });
  expect(copy.status()).toBe(401);
});

test("each page has a policy of its own, and every script on it the policy's nonce", async ({ gatehouse, request }) => {
  const seen = new Set<string>();
  for (let i = 0; i < 3; i++) {
    const answer = await request.get(`${gatehouse.portal}/sign-in`);
    const policy = answer.headers()["content-security-policy"] ?? "";
    const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? "none";
    seen.add(nonce);
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toContain("unsafe");
  }
  expect(seen.size).toBe(3);
});

test("people of an OpenID provider come in with the role it gives them, and without one not at all", async ({
  page,
}) => {
  const provider = await new OpenIdProvider().start();
  const gatehouse = await install({
    GATEHOUSE_ADMIN_EMAIL: administrator.email,
    GATEHOUSE_ADMIN_PASSWORD: administrator.password,
    GATEHOUSE_OIDC_ISSUER: provider.issuer,
    GATEHOUSE_OIDC_CLIENT_ID: clientId,
    GATEHOUSE_OIDC_CLIENT_SECRET: clientSecret,
    GATEHOUSE_OIDC_NAME: "Example",
  });
  try {
    const leave = page.getByRole("button", { name: "Continue with Example" });
    await page.goto(`${gatehouse.portal}/backends`);
    provider.wishes.claims = { sub: "olga", name: "Olga", email: "olga@example.test" };
    await leave.click();
    await expect(page.getByText("you have no role here")).toBeVisible();
    provider.wishes.claims.roles = ["reader"];
    provider.wishes.lies = { nonce: "of another sign-in" };
    await leave.click();
    await expect(page.getByText("could not be accepted")).toBeVisible();
    provider.wishes.lies = {};
    await page.goto(`${gatehouse.portal}/backends`);
    await leave.click();
    await expect(page).toHaveURL(`${gatehouse.portal}/backends`);
    const me = await page.request.get(`${gatehouse.api}/me?api-version=2024-05-01`);
    expect(await me.json()).toMatchObject({ role: "reader", operator: { name: "Olga", signIn: "openIdConnect" } });
  } finally {
    await gatehouse.stop();
    provider.close();
  }
});
