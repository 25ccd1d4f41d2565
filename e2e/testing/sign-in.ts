import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import type { Installation } from "./installation";
import type { Person } from "./management";

/** Signs in as a person does, on the sign-in page. */
export async function signIn(page: Page, portal: string, { email, password }: Omit<Person, "name">): Promise<void> {
  await page.goto(`${portal}/sign-in`);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** A browser of a person's own, signed in. */
export async function browserOf(
  browser: Browser,
  { portal }: Installation,
  person: Omit<Person, "name">,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: portal, storageState: { cookies: [], origins: [] }, ...options });
  const page = await context.newPage();
  await signIn(page, portal, person);
  await page.close();
  return context;
}
