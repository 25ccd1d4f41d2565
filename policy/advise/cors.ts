import { reporter } from "@/policy/check/checker";
import { elementsOf } from "@/policy/xml/nodes";
import type { Advice } from "./advice";

/** What may stand before cors: it refuses no preflight request. */
const harmless = new Set(["base", "cors", "set-variable", "trace", "include-fragment"]);

export const adviseCors: Advice = (checker, root) => {
  const inbound = elementsOf(root.children).find(({ name }) => name === "inbound");
  const policies = elementsOf(inbound?.children ?? []);
  const at = policies.findIndex(({ name }) => name === "cors");
  const cors = policies[at];
  if (cors === undefined || policies.slice(0, at).every(({ name }) => harmless.has(name))) return;
  reporter(checker, cors)(cors, "cors-late");
};
