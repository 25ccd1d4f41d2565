import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { CacheStore } from "@/policy/host/cache-store";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (value: Uint8Array | null) => (value === null ? null : new TextDecoder().decode(value));

/** What all caches do, wherever they are kept. `open` gives an empty one. */
export function cacheConformance(open: () => Promise<CacheStore>): void {
  test("what is set is found, replaced and removed, under keys of any characters", async () => {
    const cache = await open();
    for (const key of ["k", "", "ä 漢 😀\u0000\r\n", "__proto__", "k".repeat(3_000)]) {
      expect(await cache.get(key)).toBeNull();
      await cache.set(key, bytes("one"), 60_000);
      expect(text(await cache.get(key))).toBe("one");
      await cache.set(key, bytes("two"), 60_000);
      expect(text(await cache.get(key))).toBe("two");
      await cache.remove(key);
      await cache.remove(key);
      expect(await cache.get(key)).toBeNull();
    }
  });

  test("every byte comes back, and an empty value is a value", async () => {
    const cache = await open();
    const all = Uint8Array.from({ length: 256 }, (_, index) => index);
    await cache.set("all", all.subarray(0), 60_000);
    await cache.set("part", all.subarray(100, 110), 60_000);
    await cache.set("none", new Uint8Array(0), 60_000);
    expect([...((await cache.get("all")) as Uint8Array)]).toEqual([...all]);
    expect([...((await cache.get("part")) as Uint8Array)]).toEqual([...all.subarray(100, 110)]);
    expect((await cache.get("none"))?.byteLength).toBe(0);
  });

  test("it lasts for its lifetime; without one it is not kept, and replaces what was there by nothing", async () => {
    const cache = await open();
    await cache.set("short", bytes("x"), 30);
    await cache.set("long", bytes("x"), 60_000);
    await sleep(60);
    expect(await cache.get("short")).toBeNull();
    expect(text(await cache.get("long"))).toBe("x");
    await cache.set("long", bytes("y"), 0);
    expect(await cache.get("long")).toBeNull();
  });

  test("what is too large is not kept", async () => {
    const cache = await open();
    await cache.set("k", new Uint8Array(9 * 1024 * 1024), 60_000);
    expect(await cache.get("k")).toBeNull();
  });
}
