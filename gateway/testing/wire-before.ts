import { kept } from "./kept";
import type { Upstream } from "./scripted-upstream";
import { startWire, type WireFixture, type WireOptions } from "./start-wire";

/** A wire whose requests go to that upstream; both last as long as the test. */
export async function wireBefore(upstream: Upstream, options: WireOptions = {}): Promise<WireFixture> {
  kept(upstream);
  return kept(await startWire({ target: { baseUrl: upstream.url }, ...options }));
}
