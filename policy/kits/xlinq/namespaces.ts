import { argumentException, argumentNull } from "@/policy/expression/values/net-exception";
import { ancestorsOf, isElement } from "./navigate";
import type { XElement } from "./xelement";
import { noNamespace, XNamespace, xmlNamespace, xmlnsNamespace } from "./xname";

function declared(element: XElement, prefix: string): string | null {
  for (const ancestor of ancestorsOf(element))
    if (isElement(ancestor))
      for (const attribute of ancestor.attributes)
        if (attribute.isNamespaceDeclaration && attribute.declaredPrefix === prefix) return attribute.value;
  return null;
}

export const defaultNamespace = (element: XElement): XNamespace =>
  XNamespace.get(declared(element, "") ?? noNamespace.name);

export function namespaceOfPrefix(element: XElement, prefix: string): XNamespace | null {
  if (prefix === "") throw argumentException("The prefix must not be empty.", "prefix");
  if (prefix === "xml") return xmlNamespace;
  if (prefix === "xmlns") return xmlnsNamespace;
  const uri = declared(element, prefix);
  return uri === null ? null : XNamespace.get(uri);
}

export function prefixOfNamespace(element: XElement, namespace: XNamespace | null): string | null {
  if (namespace === null) throw argumentNull("ns");
  for (const ancestor of ancestorsOf(element))
    if (isElement(ancestor))
      for (const { isNamespaceDeclaration, declaredPrefix, value } of ancestor.attributes)
        if (isNamespaceDeclaration && declaredPrefix !== "" && value === namespace.name)
          if (declared(element, declaredPrefix) === value) return declaredPrefix;
  if (namespace.name === xmlNamespace.name) return "xml";
  return namespace.name === xmlnsNamespace.name ? "xmlns" : null;
}
