import { childNodes, isElement, textWithin } from "@/policy/kits/xlinq/navigate";
import type { XContainer } from "@/policy/kits/xlinq/xcontainer";
import { XElement } from "@/policy/kits/xlinq/xelement";
import { drop } from "./drops";

const instance = "http://www.w3.org/2001/XMLSchema-instance";
const namespaces = "http://www.w3.org/2000/xmlns/";

/**
 * What a template sees of XML: elements by their local names, several of one name as an array, and those inside one as
 * what `for` goes through. An element that holds only text is that text. How attributes are reached is not documented:
 * here by their names where no element has it.
 */
export function xmlValue(node: XContainer, options: { readonly nilIsNull: boolean }): unknown {
  const elements = [...childNodes(node)].filter(isElement);
  const attributes = node instanceof XElement ? node.attributes.filter(({ name }) => !isTechnical(name)) : [];
  if (node instanceof XElement && isNil(node)) return options.nilIsNull ? null : "";
  if (elements.length === 0 && attributes.length === 0) return textWithin(node);
  return drop({
    find(name) {
      const found = named(elements, name);
      if (found.length === 1) return xmlValue(found[0] as XElement, options);
      if (found.length > 1) return found.map((element) => xmlValue(element, options));
      const wanted = name.startsWith("@") ? name.slice(1) : name;
      const attribute = attributes.find((each) => each.name.local === wanted);
      if (attribute !== undefined) return attribute.value;
      return name === "size" ? elements.length : undefined;
    },
    *items() {
      for (const element of elements) yield xmlValue(element, options);
    },
    text: () => textWithin(node),
  });
}

/** As written or, where none is written so, without regard to case. */
function named(elements: readonly XElement[], name: string): XElement[] {
  const exact = elements.filter((element) => element.name.local === name);
  const lower = name.toLowerCase();
  return exact.length > 0 ? exact : elements.filter((element) => element.name.local.toLowerCase() === lower);
}

const isTechnical = ({ namespace, local }: XElement["name"]): boolean =>
  namespace.name === instance || namespace.name === namespaces || local === "xmlns";

const isNil = ({ attributes }: XElement): boolean =>
  attributes.some(
    ({ name, value }) =>
      name.local === "nil" && name.namespace.name === instance && (value.trim() === "true" || value.trim() === "1"),
  );
