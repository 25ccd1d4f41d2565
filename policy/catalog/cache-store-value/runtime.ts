import { type Runtime, read, required } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed } from "@/policy/exchange";
import { chosenStore } from "@/policy/kits/cache/chosen-store";
import { toStored } from "@/policy/kits/cache/stored-value";
import { valueKey } from "@/policy/kits/cache/value-key";
import { isResponse } from "@/policy/kits/cache/value-to-json";

export const runtime: Runtime = {
  compile(node, context) {
    const duration = required(node, "duration", context.integer(node, "duration"));
    const key = required(node, "key", context.text(node, "key"));
    const value = required(node, "value", context.object(node, "value"));
    const storeOf = chosenStore(node, context);

    const store = (exchange: Exchange, kept: unknown): Flow => {
      const seconds = read(duration, exchange);
      // null says of a cache that nothing is there.
      if (kept === null || seconds <= 0) return proceed;
      const bytes = toStored(kept, "cache-store-value");
      exchange.trace?.note("cache-store-value", { bytes: bytes.byteLength, seconds });
      void storeOf(exchange)?.set(valueKey(read(key, exchange)), bytes, seconds * 1000);
      return proceed;
    };

    return (exchange) => {
      const kept = read(value, exchange);
      if (!isResponse(kept) || kept.body.kind === "none" || kept.body.content) return store(exchange, kept);
      return kept.body.bytes().then(() => store(exchange, kept));
    };
  },
};
