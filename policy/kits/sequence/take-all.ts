import { charge, tick } from "@/policy/expression/values/budget";
import { enumerate } from "./enumerate";

/** The boxed elements in an array of their own. */
export function takeAll(source: unknown): unknown[] {
  const items: unknown[] = [];
  for (const item of enumerate(source)) {
    tick();
    charge(16);
    items.push(item);
  }
  return items;
}
