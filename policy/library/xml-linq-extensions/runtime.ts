import type { Type } from "@/policy/expression/types/type";
import { tick } from "@/policy/expression/values/budget";
import { argumentNull, invalidOperation, nullReference } from "@/policy/expression/values/net-exception";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import {
  ancestors,
  ancestorsAndSelf,
  descendants,
  descendantsAndSelf,
  elements,
  selfAndBelow,
} from "@/policy/kits/xlinq/element-sequences";
import { childNodes, descendantNodes } from "@/policy/kits/xlinq/navigate";
import { NodeOrderComparer } from "@/policy/kits/xlinq/node-comparers";
import type { XAttribute } from "@/policy/kits/xlinq/xattribute";
import type { XElement } from "@/policy/kits/xlinq/xelement";
import type { XName } from "@/policy/kits/xlinq/xname";
import type { XNode } from "@/policy/kits/xlinq/xnode";
import { XSequence } from "@/policy/kits/xlinq/xsequence";
import { implementType } from "@/policy/library/implement";

type Source = object | null;

function through<T>(source: Source, step: (item: T) => Iterable<unknown>, element?: "XNode" | "XAttribute"): XSequence {
  if (source === null) throw argumentNull("source");
  return new XSequence(function* () {
    for (const item of enumerate(source) as Iterable<T>) {
      tick();
      yield* step(item);
    }
  }, element);
}

/** The method of an element for all of them, with and without a name. */
type Step<T> = (item: T, name?: XName | null) => Iterable<unknown>;
const each =
  <T>(step: Step<T>) =>
  (source: Source) =>
    through<T>(source, (item) => step(item));
const eachNamed =
  <T>(step: Step<T>) =>
  (source: Source, name: XName | null) =>
    through<T>(source, (item) => step(item, name));
/** Behind a type argument that makes no difference. */
const generic =
  <A extends unknown[]>(run: (...arguments_: A) => unknown) =>
  (_: Type, ...arguments_: A) =>
    run(...arguments_);

function attributesOf(element: XElement, name?: XName | null): Iterable<XAttribute> {
  return [...element.attributes].filter((attribute) => name === undefined || attribute.name.equalTo(name));
}

const order = new NodeOrderComparer();

function inOrder(type: Type, source: Source): XSequence {
  if (source === null) throw argumentNull("source");
  return new XSequence(() => {
    const nodes = [...(enumerate(source) as Iterable<XNode>)];
    return nodes.sort((a, b) => {
      tick();
      return order.compare(a, b);
    });
  }, type);
}

function removeAll(source: Source): void {
  if (source === null) throw argumentNull("source");
  for (const item of [...enumerate(source)] as (XNode | XAttribute)[]) {
    tick();
    if (item === null) throw nullReference();
    if (item.container === null) throw invalidOperation("The parent is missing.");
    item.remove();
  }
}

export const runtime = implementType("System.Xml.Linq.Extensions", {
  "Attributes(IEnumerable<XElement>)": (source: Source) =>
    through<XElement>(source, (e) => attributesOf(e), "XAttribute"),
  "Attributes(IEnumerable<XElement>, XName)": (source: Source, name: XName | null) =>
    through<XElement>(source, (element) => attributesOf(element, name), "XAttribute"),
  "Ancestors<T>(IEnumerable<T>)": generic(each(ancestors)),
  "Ancestors<T>(IEnumerable<T>, XName)": generic(eachNamed(ancestors)),
  "AncestorsAndSelf(IEnumerable<XElement>)": each(ancestorsAndSelf),
  "AncestorsAndSelf(IEnumerable<XElement>, XName)": eachNamed(ancestorsAndSelf),
  "DescendantNodes<T>(IEnumerable<T>)": generic((source: Source) =>
    through<XElement>(source, (element) => descendantNodes(element), "XNode"),
  ),
  "DescendantNodesAndSelf(IEnumerable<XElement>)": (source: Source) => through<XElement>(source, selfAndBelow, "XNode"),
  "Descendants<T>(IEnumerable<T>)": generic(each(descendants)),
  "Descendants<T>(IEnumerable<T>, XName)": generic(eachNamed(descendants)),
  "DescendantsAndSelf(IEnumerable<XElement>)": each(descendantsAndSelf),
  "DescendantsAndSelf(IEnumerable<XElement>, XName)": eachNamed(descendantsAndSelf),
  "Elements<T>(IEnumerable<T>)": generic(each(elements)),
  "Elements<T>(IEnumerable<T>, XName)": generic(eachNamed(elements)),
  "InDocumentOrder<T>(IEnumerable<T>)": inOrder,
  "Nodes<T>(IEnumerable<T>)": generic((source: Source) => through<XElement>(source, childNodes, "XNode")),
  "Remove(IEnumerable<XAttribute>)": removeAll,
  "Remove<T>(IEnumerable<T>)": generic(removeAll),
});
