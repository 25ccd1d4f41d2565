import { grammarIn } from "@/policy/catalog/grammar-in";
import { isExpression } from "@/policy/expression/is-expression";
import { attributeOf, elementsOf, type XmlDocument, type XmlElement } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";

type Fragments = readonly { name: string; text: string }[];

/**
 * The names of the variables that a document sets: by set-variable, and by policies that leave their result in one; and
 * those that the texts of wider scopes set, which run around it.
 */
export function variablesIn(document: XmlDocument, fragments: Fragments, wider: readonly string[] = []): string[] {
  const documents = [document, ...wider.map((text) => parse(text).document)];
  const names = new Set(documents.flatMap(({ nodes }) => namesWithFragments(elementsOf(nodes), fragments)));
  return [...names].sort((a, b) => a.localeCompare(b));
}

function namesWithFragments(roots: readonly XmlElement[], fragments: Fragments): string[] {
  const included = includedIn(roots).flatMap((id) => {
    const fragment = fragments.find(({ name }) => name.toLowerCase() === id.toLowerCase());
    return fragment === undefined ? [] : namesIn(elementsOf(parse(fragment.text).document.nodes));
  });
  return [...namesIn(roots), ...included];
}

function namesIn(roots: readonly XmlElement[]): string[] {
  const names: string[] = [];
  for (const { element, grammar } of grammarIn(roots)) {
    const { attributes } = grammar ?? {};
    if (attributes === undefined || attributes === "any") continue;
    for (const { name, value } of element.attributes) {
      const definition = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      const isName = definition?.form?.control === "variable" || (element.name === "set-variable" && name === "name");
      if (isName && value !== "" && !isExpression(value)) names.push(value);
    }
  }
  return names;
}

function includedIn(roots: readonly XmlElement[]): string[] {
  return [...grammarIn(roots)].flatMap(({ element }) => {
    const id = element.name === "include-fragment" ? attributeOf(element, "fragment-id")?.value : undefined;
    return id === undefined ? [] : [id];
  });
}
