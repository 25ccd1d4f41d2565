import { reporter } from "@/policy/check/checker";
import type { Advice } from "./advice";
import { elementsIn } from "./walk";

const pairs = [
  ["cache-lookup", "cache-store"],
  ["llm-semantic-cache-lookup", "llm-semantic-cache-store"],
  ["azure-openai-semantic-cache-lookup", "azure-openai-semantic-cache-store"],
] as const;

/** Halves of a cache. A fragment may hold one half, and the document that includes it the other. */
export const adviseCache: Advice = (checker, root) => {
  if (checker.options.kind !== "policies") return;
  const elements = [...elementsIn(root)];
  if (elements.some(({ name }) => name === "include-fragment")) return;
  for (const pair of pairs) {
    const halves = pair.map((name) => elements.find((element) => element.name === name));
    for (const [index, half] of halves.entries()) {
      const other = pair[1 - index] as string;
      if (half !== undefined && halves[1 - index] === undefined)
        reporter(checker, half)(half, "cache-alone", half.name, other);
    }
  }
};
