import type { Page } from "@playwright/test";
import { settled } from "./settled";

export interface FirstLoad {
  address: string;
  /** KB of 1,024 bytes, compressed as they travel: what the page itself names, and all that it fetches. */
  first: number;
  inAll: number;
}

/** How much JavaScript each page takes when nothing of it is kept by the browser. */
export async function firstLoads(page: Page, addresses: readonly string[]): Promise<FirstLoad[]> {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  const sizes: Promise<{ path: string; bytes: number }>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    const { pathname } = new URL(request.url());
    sizes.push(request.sizes().then(({ responseBodySize }) => ({ path: pathname, bytes: responseBodySize })));
  });
  const loads: FirstLoad[] = [];
  for (const address of addresses) {
    await page.goto("about:blank");
    sizes.length = 0;
    const html = (await (await page.goto(address))?.text()) ?? "";
    await settled(page);
    const scripts = await Promise.all(sizes);
    const sum = (which: typeof scripts) => which.reduce((total, { bytes }) => total + bytes, 0) / 1_024;
    loads.push({
      address,
      first: sum(scripts.filter(({ path }) => html.includes(`src="${path}"`))),
      inAll: sum(scripts),
    });
  }
  return loads;
}
