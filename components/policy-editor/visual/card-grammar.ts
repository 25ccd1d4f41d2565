import type { ChildDefinition, ElementGrammar } from "@/policy/catalog/define";

/** Whether policies may stand somewhere inside, so that it is drawn as a card with places in it. */
export function holdsCards(grammar: ElementGrammar | null): boolean {
  const children = grammar?.children;
  if (children === "policies") return true;
  return typeof children === "object" && children.elements.some(isCard);
}

/** Whether such a child is drawn as a card of its own; what is not is a detail of the card around it. */
export const isCard = ({ grammar }: ChildDefinition): boolean => grammar === "policy" || holdsCards(grammar);

/** Whether a child of that name is a detail of its parent rather than a card. */
export function isDetail(parent: ElementGrammar | null, name: string): boolean {
  const children = parent?.children;
  if (typeof children !== "object") return children !== "policies";
  const child = children.elements.find((each) => each.name === name);
  return child !== undefined && !isCard(child);
}
