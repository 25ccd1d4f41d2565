import { contentOf } from "@/policy/catalog/content";
import type { ChildDefinition, ChildGrammar, ElementGrammar, PolicyDefinition, Report } from "@/policy/catalog/define";
import { allDefinitions, definitionOf } from "@/policy/catalog/definitions";
import { attributeOf, elementsOf, type Span, textOf, type XmlElement } from "@/policy/xml/nodes";
import { inContent } from "@/policy/xml/source-offset";
import { checkAttributes, checkValue } from "./check-attributes";
import { checkFragmentUse } from "./check-fragment-use";
import { type Checker, mayHoldGaps, reporter } from "./checker";
import { hasPlaceholder, isPlaceholders } from "./placeholder";

/** The children of a section, of a fragment, or of an element that holds any policy. */
export function checkPolicies(checker: Checker, parent: XmlElement): void {
  forbidText(checker, parent, []);
  const isSection = parent.name === checker.section;
  let bases = 0;
  for (const element of elementsOf(parent.children)) {
    if (element.name !== "base") {
      checkPolicy(checker, parent, element);
      continue;
    }
    const report = reporter(checker, element);
    if (checker.options.kind === "fragment") report(element, "base-in-fragment");
    else if (!isSection) report(element, "base-misplaced");
    else if (++bases > 1) report(element, "base-repeated");
    checkPolicy(checker, parent, element);
  }
}

function checkPolicy(checker: Checker, parent: XmlElement, element: XmlElement): void {
  const { section, options } = checker;
  const { name } = element;
  const report = reporter(checker, element);
  const definition = definitionOf(name);
  if (definition === undefined) {
    report(element, "child-unknown", parent.name, name, namesAllowed(checker));
    return;
  }
  if (definition.lifecycle === "undocumented") report(element, "policy-undocumented", name);
  if (definition.role === "part") report(element, "child-unknown", parent.name, name, namesAllowed(checker));
  else if (section !== null && !definition.sections.includes(section)) report(element, "policy-wrong-section");
  else if (options.kind === "policies" && options.scope !== "any" && !definition.scopes.includes(options.scope)) {
    report(element, "policy-wrong-scope");
  }
  if (name === "include-fragment" && options.kind === "fragment") report(element, "fragment-in-fragment");
  if (name === "include-fragment" && options.kind !== "fragment") checkFragmentUse(checker, element);
  checkOnce(checker, element, definition);
  checkElement(checker, element, definition);
}

function checkOnce(checker: Checker, element: XmlElement, { name, once }: PolicyDefinition): void {
  const report = reporter(checker, element);
  if (once === "section" && checker.usedInSection.has(name)) report(element, "policy-once-per-section", name);
  if (once === "document" && checker.usedInDocument.has(name)) report(element, "policy-once-per-document", name);
  checker.usedInSection.add(name);
  checker.usedInDocument.add(name);
}

function namesAllowed({ section, options }: Checker): string[] {
  return allDefinitions
    .filter(({ role, lifecycle }) => role !== "part" && lifecycle !== "undocumented")
    .filter(({ sections }) => section === null || sections.includes(section))
    .filter(({ sections }) => section === "resolver" || sections.some((place) => place !== "resolver"))
    .filter(({ role }) => options.kind === "policies" || role === "step")
    .map(({ name }) => name);
}

/** An element against its grammar: attributes, text and children. */
export function checkElement(checker: Checker, element: XmlElement, grammar: ElementGrammar): void {
  if (isTemplate(element)) for (const part of elementsOf(element.children)) partsOfTemplates.add(part);
  checkAttributes(checker, element, grammar);
  checkText(checker, element, grammar);
  if (grammar.children === "policies") checkPolicies(checker, element);
  else if (grammar.children !== "xml") checkChildren(checker, element, grammar.children ?? none);
  grammar.check?.(element, lenientReporter(checker, element), checker.options.place ?? {});
}

/** What a gap will be, nobody can judge yet. */
function lenientReporter(checker: Checker, element: XmlElement): Report {
  const report = reporter(checker, element);
  return (at, code, ...args) => {
    if ("value" in at && mayHoldGaps(checker) && (at.value === "" || hasPlaceholder(at.value))) {
      report(at, "value-placeholder", at.value, "string");
    } else report(at, code, ...args);
  };
}

const none: ChildGrammar = { order: "choice", elements: [] };

function checkText(checker: Checker, element: XmlElement, grammar: ElementGrammar): void {
  if (grammar.text === undefined) {
    forbidText(checker, element, typeof grammar.children === "object" ? namesOf(grammar.children.elements) : []);
    return;
  }
  const text = contentOf(element);
  // A Liquid template has names of its own between double braces, and no C#.
  const inTemplate = isTemplate(element) || partsOfTemplates.has(element);
  if (inTemplate || (text === "" && grammar.text.required !== true)) return;
  const span = spanOfText(element) ?? element.nameSpan;
  checkValue(checker, text, grammar.text, {
    element,
    name: element.name,
    span,
    source: inContent(element),
    isText: true,
  });
}

/** Such as the data of a binding whose policy is a template. */
const partsOfTemplates = new WeakSet<XmlElement>();

const isTemplate = (element: XmlElement): boolean =>
  attributeOf(element, "template")?.value.trim().toLowerCase() === "liquid";

/** From the first character that is no white space to the last. */
function spanOfText(element: XmlElement): Span | null {
  const text = element.children.find((child) => "value" in child && child.value.trim() !== "");
  if (text === undefined || !("raw" in text)) return null;
  const before = text.raw.length - text.raw.trimStart().length;
  return { start: text.span.start + before, end: text.span.start + text.raw.trimEnd().length };
}

export function forbidText(checker: Checker, element: XmlElement, expected: readonly string[]): void {
  for (const child of element.children) {
    if ((child.kind !== "text" && child.kind !== "cdata") || child.value.trim() === "") continue;
    const start = child.span.start + child.raw.length - child.raw.trimStart().length;
    if (mayHoldGaps(checker) && isPlaceholders(child.value)) {
      const at = { start, end: child.span.start + child.raw.trimEnd().length };
      checker.diagnostics.report("text-placeholder", at, element.name, child.value.trim());
      continue;
    }
    checker.diagnostics.report("text-forbidden", { start, end: child.span.end }, element.name, element.name, expected);
    return;
  }
}

const namesOf = (elements: readonly ChildDefinition[]): string[] => elements.map((element) => element.name);

function checkChildren(checker: Checker, parent: XmlElement, grammar: ChildGrammar): void {
  const { elements, alternatives = false } = grammar;
  const mayCome = mayHoldGaps(checker) && isPlaceholders(textOf(parent));
  // What a tool's own conditions choose between stands here side by side.
  const order = mayCome ? "choice" : grammar.order;
  const before = checker.usedInSection;
  const used = new Set(before);
  const report = reporter(checker, parent);
  const counts = new Map<string, number>();
  let from = 0;
  for (const child of elementsOf(parent.children)) {
    const reportChild = reporter(checker, child);
    const index = elements.findIndex((element) => element.name === child.name);
    const definition = elements[index];
    if (definition === undefined || (order === "sequence" && index < from)) {
      reportChild(
        child,
        "child-unknown",
        parent.name,
        child.name,
        namesOf(elements.slice(order === "sequence" ? from : 0)),
      );
      continue;
    }
    from = index;
    const count = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, count);
    const max = order === "all" ? 1 : definition.max;
    if (max !== "unbounded" && count > max && !mayCome)
      reportChild(child, "child-repeated", parent.name, child.name, max);
    if (alternatives) checker.usedInSection = new Set(before);
    checkChild(checker, child, definition);
    for (const name of checker.usedInSection) used.add(name);
  }
  checker.usedInSection = used;
  const missing = elements.filter((element) => (counts.get(element.name) ?? 0) < element.min);
  if (missing.length > 0 && !mayCome) report(parent, "child-missing", parent.name, namesOf(missing));
}

function checkChild(checker: Checker, child: XmlElement, { grammar, name }: ChildDefinition): void {
  if (grammar !== "policy") {
    checkElement(checker, child, grammar);
    return;
  }
  const definition = definitionOf(name);
  if (definition === undefined) reporter(checker, child)(child, "policy-unavailable", name);
  else checkElement(checker, child, definition);
}
