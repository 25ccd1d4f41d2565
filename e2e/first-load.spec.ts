import { furnish } from "./testing/furnish";
import { entityPages, ownPages } from "./testing/pages";
import { settled } from "./testing/settled";
import { expect, test } from "./testing/story";

/**
 * KB of 1,024 bytes, compressed as they travel, without the headers of the answers. `first` is what the page itself
 * names and must come before it works; `inAll` also what is fetched once the frame stands: a form with its schema.
 */
const allowedKb = { first: 200, inAll: 250 };
/** The editor and the console are fetched in full behind that. */
const isLarge = (address: string, kind: "first" | "inAll") =>
  kind === "inAll" && /\/policy(\?|$)|^\/console|\/tests$|\/drafts/.test(address);

test("no page's first load takes more than 200 KB of JavaScript", async ({ page, management }) => {
  test.setTimeout(180_000);
  await furnish(management);
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  const sizes: Promise<{ path: string; bytes: number }>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    const path = new URL(request.url()).pathname;
    sizes.push(request.sizes().then(({ responseBodySize }) => ({ path, bytes: responseBodySize })));
  });
  const measured: { address: string; first: number; inAll: number }[] = [];
  for (const address of [...ownPages, ...entityPages]) {
    await page.goto("about:blank");
    sizes.length = 0;
    const html = (await (await page.goto(address))?.text()) ?? "";
    await settled(page);
    const scripts = await Promise.all(sizes);
    const sum = (which: typeof scripts) =>
      Math.round(which.reduce((total, { bytes }) => total + bytes, 0) / 102.4) / 10;
    const named = scripts.filter(({ path }) => html.includes(`src="${path}"`));
    measured.push({ address, first: sum(named), inAll: sum(scripts) });
  }
  for (const kind of ["first", "inAll"] as const) {
    const [largest] = measured.toSorted((a, b) => b[kind] - a[kind]);
    test.info().annotations.push({ type: kind, description: `${largest?.address}: ${largest?.[kind]} KB` });
    expect(Math.min(...measured.map((page) => page[kind]))).toBeGreaterThan(0);
    const counted = measured.filter(({ address }) => !isLarge(address, kind));
    expect.soft(counted.filter((page) => page[kind] > allowedKb[kind])).toEqual([]);
  }
});
