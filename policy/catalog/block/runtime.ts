import type { Runtime } from "@/policy/catalog/compile";

// Nothing is published about it: the policies inside run as if they stood in its place.
export const runtime: Runtime = {
  compile: (node, context) => context.sequence(node.children),
};
