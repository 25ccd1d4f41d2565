import { reporter } from "@/policy/check/checker";
import { attributeOf } from "@/policy/xml/nodes";
import type { Advice } from "./advice";
import { listsIn } from "./walk";

/** Policies behind one that ends the pipeline. Comments aside, nothing of them ever runs. */
export const adviseEnds: Advice = (checker, root) => {
  for (const list of listsIn(root)) {
    const end = list.findIndex(
      (element) =>
        element.name === "return-response" ||
        (element.name === "mock-response" && attributeOf(element, "enabled") === undefined),
    );
    const [ending, next] = [list[end], list[end + 1]];
    if (end < 0 || ending === undefined || next === undefined) continue;
    reporter(checker, next)(next, "policy-unreachable", ending.name);
  }
};
