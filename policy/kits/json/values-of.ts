import { tick } from "@/policy/expression/values/budget";
import { JProperty } from "./jproperty";
import type { JToken } from "./jtoken";
import { JValue } from "./jvalue";

/** Extensions.Values: what stands under a key in each token; without a key (null), what each token holds. */
export function* valuesUnder(tokens: Iterable<JToken>, key: unknown): Iterable<JToken> {
  for (const token of tokens) {
    tick();
    if (key !== null) {
      const value = token.at(key);
      if (value !== null) yield value;
    } else if (token instanceof JValue) yield token;
    else for (const child of token.children()) yield child instanceof JProperty ? child.value : child;
  }
}
