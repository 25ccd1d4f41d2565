import { definitionOf } from "./catalog/definitions";
import type { DocumentKind } from "./check/checker";
import { elementsOf } from "./xml/nodes";
import { parse } from "./xml/parse";

/** What a document is, by its root, for callers that know no more than its text. */
export function kindOf(text: string): DocumentKind {
  const roots = elementsOf(parse(text).document.nodes);
  const [root] = roots;
  if (root === undefined || root.name === "policies") return "policies";
  if (root.name === "fragment") return "fragment";
  const definition = definitionOf(root.name);
  if (roots.length === 1 && definition?.sections.includes("resolver") === true) return "resolver";
  const isSection = /^(inbound|backend|outbound|on-error)$/.test(root.name);
  return isSection || definition !== undefined ? "snippet" : "policies";
}
