import { firstLoads } from "./testing/first-loads";
import { furnish } from "./testing/furnish";
import { entityPages, ownPages } from "./testing/pages";
import { expect, test } from "./testing/story";

/**
 * KB of 1,024 bytes, compressed as they travel, without the headers of the answers. `first` is what the page itself
 * names and must come before it works; `inAll` also what is fetched once the frame stands: a form with its schema.
 */
const allowedKb = { first: 185, inAll: 245 };
/** The editor and the console are fetched in full behind that. */
const isLarge = (address: string, kind: "first" | "inAll") =>
  kind === "inAll" && /\/policy(\?|$)|^\/console|\/tests$|\/drafts/.test(address);

test("no page's first load takes more than 185 KB of JavaScript", async ({ page, management }) => {
  test.setTimeout(180_000);
  await furnish(management);
  const measured = await firstLoads(page, [...ownPages, ...entityPages]);
  for (const kind of ["first", "inAll"] as const) {
    const [largest] = measured.toSorted((a, b) => b[kind] - a[kind]);
    test.info().annotations.push({ type: kind, description: `${largest?.address}: ${largest?.[kind].toFixed(1)} KB` });
    expect(Math.min(...measured.map((page) => page[kind]))).toBeGreaterThan(0);
    const counted = measured.filter(({ address }) => !isLarge(address, kind));
    expect.soft(counted.filter((page) => page[kind] > allowedKb[kind])).toEqual([]);
  }
});
