import { fixed, type Runtime, read, readOptional, required } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed } from "@/policy/exchange";
import { chosenStore } from "@/policy/kits/cache/chosen-store";
import { fromStored } from "@/policy/kits/cache/stored-value";
import { valueKey } from "@/policy/kits/cache/value-key";

export const runtime: Runtime = {
  compile(node, context) {
    const key = required(node, "key", context.text(node, "key"));
    const fallback = context.object(node, "default-value");
    const name = fixed(node, required(node, "variable-name", context.text(node, "variable-name")));
    const storeOf = chosenStore(node, context);

    const found = (exchange: Exchange, bytes: Uint8Array | null): Flow => {
      const value = bytes === null ? undefined : fromStored(bytes);
      exchange.trace?.note("cache-lookup-value", { variable: name, found: value !== undefined });
      if (value !== undefined) exchange.variables.set(name, value);
      else if (fallback !== null) exchange.variables.set(name, readOptional(fallback, exchange));
      // The page says both that null is assigned and that the variable is not set; its example asks ContainsKey.
      return proceed;
    };

    return (exchange) => {
      const bytes = storeOf(exchange)?.get(valueKey(read(key, exchange))) ?? null;
      return bytes instanceof Promise ? bytes.then((each) => found(exchange, each)) : found(exchange, bytes);
    };
  },
};
