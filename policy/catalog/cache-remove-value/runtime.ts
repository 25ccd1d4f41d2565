import { type Runtime, read, required } from "@/policy/catalog/compile";
import { proceed } from "@/policy/exchange";
import { chosenStore } from "@/policy/kits/cache/chosen-store";
import { valueKey } from "@/policy/kits/cache/value-key";

export const runtime: Runtime = {
  compile(node, context) {
    const key = required(node, "key", context.text(node, "key"));
    const storeOf = chosenStore(node, context);
    return (exchange) => {
      const removed = storeOf(exchange)?.remove(valueKey(read(key, exchange)));
      // What a policy removes is not to be found by the next one.
      return removed instanceof Promise ? removed.then(() => proceed) : proceed;
    };
  },
};
