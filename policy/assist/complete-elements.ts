import type { Standing } from "@/policy/knowledge";
import { newlineOf } from "@/policy/xml/layout";
import { elementsOf, type XmlDocument } from "@/policy/xml/nodes";
import { allowedElements } from "./allowed-elements";
import type { CompletionItem } from "./completion";
import { newElement } from "./new-element";
import type { Place } from "./place";

type NamePlace = Extract<Place, { kind: "element-name" }>;

/** Elements that the grammar takes here; where a start tag stands already, only its name is exchanged. */
export function elementItems(document: XmlDocument, place: NamePlace, standing: Standing): CompletionItem[] {
  const { source } = document;
  const { element, around, from } = place;
  const nameOnly = element !== null && (element.attributes.length > 0 || isWhole(document, element.span.start));
  const indent = /(?:^|\n)([^\S\n]*)<?$/.exec(source.slice(0, from))?.[1] ?? "";
  const items = allowedElements(document, around, element?.span.start ?? from, standing, element).map(
    ({ name, grammar, policy, required }): CompletionItem => {
      const { text, fields } = newElement(name, grammar, indent, newlineOf(source));
      return {
        label: name,
        kind: "element",
        insert: nameOnly ? name : text,
        ...(nameOnly ? {} : { fields, again: true }),
        ...(policy === undefined ? {} : { documentation: policy.purpose, policy: name }),
        ...(required ? { required, boost: 10 } : {}),
      };
    },
  );
  // "</" may follow the "<" that stands here.
  const [parent] = around.slice(-1);
  if (element === null && parent !== undefined && parent.closing === "" && source[from - 1] === "<") {
    items.push({ label: `/${parent.name}`, kind: "element", insert: `/${parent.name}>`, boost: -5 });
  }
  return items;
}

function isWhole({ nodes }: XmlDocument, start: number): boolean {
  let level = elementsOf(nodes);
  for (;;) {
    const inner = level.find(({ span }) => span.start <= start && start < span.end);
    if (inner === undefined) return false;
    if (inner.span.start === start) return true;
    level = elementsOf(inner.children);
  }
}

/** Behind "</": what is open, innermost first. */
export function closingItems(
  source: string,
  { around, to }: Extract<Place, { kind: "closing-name" }>,
): CompletionItem[] {
  const close = source[to] === ">" ? "" : ">";
  return [...around].reverse().map(({ name }, depth) => ({
    label: name,
    kind: "element",
    insert: name + close,
    boost: -depth,
  }));
}
