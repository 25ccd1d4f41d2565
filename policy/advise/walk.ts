import { holdsAnyXml } from "@/policy/catalog/content";
import { elementsOf, type XmlElement } from "@/policy/xml/nodes";

/** Every element inside, parents first; what a policy holds as content is not looked into. */
export function* elementsIn(root: XmlElement): Generator<XmlElement> {
  if (holdsAnyXml(root)) return;
  for (const child of elementsOf(root.children)) {
    yield child;
    yield* elementsIn(child);
  }
}

/** Every list of policies that run one after the other: sections and what holds policies, the root of a fragment too. */
export function* listsIn(root: XmlElement): Generator<readonly XmlElement[]> {
  yield elementsOf(root.children);
  for (const element of elementsIn(root)) yield elementsOf(element.children);
}
