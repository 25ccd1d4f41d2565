import { charge, tick } from "@/policy/expression/values/budget";
import { argumentException } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { guardDepth } from "@/policy/kits/json/too-deep";
import { XAttribute } from "./xattribute";
import type { XContainer } from "./xcontainer";
import { XElement } from "./xelement";
import { xmlText } from "./xml-text";
import { XNode } from "./xnode";

/**
 * XContainer.Add: nodes, attributes, sequences of them at any depth, and anything else as text, put before `next` (null:
 * at the end). Attributes are always added behind the others.
 */
export function addContent(container: XContainer, content: unknown, next: XNode | null): void {
  for (const part of flatten(content, 0)) {
    if (part instanceof XNode) container.insertNode(part, next);
    else if (part instanceof XAttribute) addAttribute(container, part);
    else container.insertText(xmlText(part), next);
  }
}

/** Everything is read before anything is added, for the content may be what the container holds. */
export function flatten(content: unknown, depth: number): unknown[] {
  const parts: unknown[] = [];
  collect(content, depth, parts);
  return parts;
}

function collect(content: unknown, depth: number, parts: unknown[]): void {
  guardDepth(depth);
  if (content === null) return;
  const isSequence = content instanceof NetObject && !(content instanceof XNode) && Symbol.iterator in content;
  if (!isSequence) {
    charge(16);
    parts.push(content);
    return;
  }
  for (const part of content as Iterable<unknown>) {
    tick();
    collect(part, depth + 1, parts);
  }
}

function addAttribute(container: XContainer, attribute: XAttribute): void {
  if (!(container instanceof XElement)) throw argumentException("An attribute cannot be added to content.");
  container.addAttribute(attribute);
}
