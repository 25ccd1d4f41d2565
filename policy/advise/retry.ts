import { reporter } from "@/policy/check/checker";
import { attributeOf } from "@/policy/xml/nodes";
import type { Advice } from "./advice";
import { elementsIn } from "./walk";

/** A request body is gone once it was sent, unless it was kept. */
export const adviseRetry: Advice = (checker, root) => {
  for (const retry of elementsIn(root)) {
    if (retry.name !== "retry") continue;
    for (const element of elementsIn(retry)) {
      if (element.name !== "forward-request" || attributeOf(element, "buffer-request-body") !== undefined) continue;
      reporter(checker, element)(element, "retry-unbuffered");
    }
  }
};
