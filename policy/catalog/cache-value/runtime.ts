import { fixed, partNamed, type Runtime, read, readOptional, required } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed, respond } from "@/policy/exchange";
import type { CacheStore } from "@/policy/host/cache-store";
import { chosenStore } from "@/policy/kits/cache/chosen-store";
import { flightsOf } from "@/policy/kits/cache/single-flight";
import { fromStored, toStored } from "@/policy/kits/cache/stored-value";
import { valueKey } from "@/policy/kits/cache/value-key";

/** Without expires-after, which the service does not document: as long as there is room for it. */
const longMs = 365 * 86_400_000;

interface Kept {
  readonly value: unknown;
  readonly storedAt: number;
}

export const runtime: Runtime = {
  compile(node, context) {
    const key = required(node, "key", context.text(node, "key"));
    const name = fixed(node, required(node, "variable-name", context.text(node, "variable-name")));
    const expiresAfter = context.integer(node, "expires-after");
    const refreshAfter = context.integer(node, "refresh-after");
    const fallback = context.object(node, "default-value");
    const storeOf = chosenStore(node, context);
    const workOut = context.sequence(partNamed(node, "value")?.children ?? []);

    /** Runs the policies inside, and keeps what they set the variable to. */
    const compute = async (exchange: Exchange, store: CacheStore | null, place: string): Promise<Flow> => {
      exchange.variables.delete(name);
      const flow = await workOut(exchange);
      if (flow === respond) return respond;
      const value = exchange.variables.get(name);
      if (value === undefined) {
        if (fallback !== null) exchange.variables.set(name, readOptional(fallback, exchange));
        return proceed;
      }
      const seconds = readOptional(expiresAfter, exchange);
      const lifetimeMs = seconds === null ? longMs : seconds * 1000;
      if (value !== null && lifetimeMs > 0) await store?.set(place, keptBytes(value), lifetimeMs);
      return proceed;
    };

    /** The value that is at hand stays in use where a new one cannot be had. */
    const refresh = async (exchange: Exchange, store: CacheStore, place: string, old: unknown): Promise<Flow> => {
      try {
        const flow = await compute(exchange, store, place);
        if (flow === respond || exchange.variables.has(name)) return flow;
      } catch (error) {
        exchange.trace?.note("cache-value", { refreshFailed: String(error) });
      }
      exchange.variables.set(name, old);
      return proceed;
    };

    const found = async (exchange: Exchange, store: CacheStore, place: string): Promise<Flow> => {
      const flights = flightsOf(store);
      for (;;) {
        const kept = keptIn(await store.get(place));
        const flight = flights.get(place);
        if (kept !== null) {
          const seconds = readOptional(refreshAfter, exchange);
          const isOld = seconds !== null && Date.now() - kept.storedAt >= seconds * 1000;
          if (isOld && flight === undefined) {
            return alone(exchange, flights, place, () => refresh(exchange, store, place, kept.value));
          }
          exchange.variables.set(name, kept.value);
          return proceed;
        }
        if (flight === undefined) return alone(exchange, flights, place, () => compute(exchange, store, place));
        if (atWork.has(exchange)) return compute(exchange, store, place);
        await flight;
      }
    };

    return (exchange) => {
      const store = storeOf(exchange);
      const place = valueKey(`cache-value|${read(key, exchange)}`);
      return store === null ? compute(exchange, null, place) : found(exchange, store, place);
    };
  },
};

/** Requests that work a value out: they wait for no other, which may be waiting for theirs. */
const atWork = new WeakSet<Exchange>();

async function alone(
  exchange: Exchange,
  flights: Map<string, Promise<void>>,
  place: string,
  run: () => Promise<Flow>,
): Promise<Flow> {
  const isOuter = !atWork.has(exchange);
  atWork.add(exchange);
  const running = run();
  const settled = running.then(
    () => undefined,
    () => undefined,
  );
  flights.set(
    place,
    settled.then(() => {
      flights.delete(place);
      if (isOuter) atWork.delete(exchange);
    }),
  );
  return running;
}

const momentBytes = 8;

function keptBytes(value: unknown): Uint8Array {
  const stored = toStored(value, "cache-value");
  const bytes = new Uint8Array(momentBytes + stored.byteLength);
  new DataView(bytes.buffer).setFloat64(0, Date.now());
  bytes.set(stored, momentBytes);
  return bytes;
}

function keptIn(bytes: Uint8Array | null): Kept | null {
  if (bytes === null || bytes.byteLength < momentBytes) return null;
  const value = fromStored(bytes.subarray(momentBytes));
  if (value === undefined) return null;
  return { value, storedAt: new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0) };
}
