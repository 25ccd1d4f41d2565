import { definitionOf } from "@/policy/catalog/definitions";
import { grammarIn } from "@/policy/catalog/grammar-in";
import { isExpression } from "@/policy/expression/is-expression";
import { attributeOf, elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { type Checker, reporter } from "./checker";

/** What a fragment holds stands where it is included: its policies must be allowed there, as if written there. */
export function checkFragmentUse(checker: Checker, include: XmlElement): void {
  const { options, section } = checker;
  const id = attributeOf(include, "fragment-id")?.value ?? "";
  const text = isExpression(id) ? undefined : options.fragmentText?.(id);
  if (text === undefined) return;
  const [root] = elementsOf(parse(text).document.nodes);
  const report = reporter(checker, include);
  for (const { element, grammar } of grammarIn(elementsOf(root?.children ?? []))) {
    const definition = definitionOf(element.name);
    if (definition === undefined || grammar !== definition || definition.role !== "step") continue;
    const { name, sections, scopes, once } = definition;
    if (section !== null && !sections.includes(section)) report(include, "fragment-wrong-section", id, name);
    else if (options.kind === "policies" && options.scope !== "any" && !scopes.includes(options.scope)) {
      report(include, "fragment-wrong-scope", id, name);
    }
    if (once === "section" && checker.usedInSection.has(name)) report(include, "fragment-once-per-section", id, name);
    if (once === "document" && checker.usedInDocument.has(name))
      report(include, "fragment-once-per-document", id, name);
    checker.usedInSection.add(name);
    checker.usedInDocument.add(name);
  }
}
