import { advise } from "./advise/advise";
import { checkPolicies, forbidText } from "./check/check-element";
import { type Checker, type CheckOptions, reporter } from "./check/checker";
import { type Diagnostic, Diagnostics } from "./diagnostics";
import type { Section } from "./exchange";
import { elementsOf, type XmlDocument, type XmlElement, type XmlNode } from "./xml/nodes";
import { parse } from "./xml/parse";

const sections: readonly Section[] = ["inbound", "backend", "outbound", "on-error"];
const isSection = (name: string): name is Section => (sections as readonly string[]).includes(name);

/** All that is wrong with a policy or a fragment; the editor and the PUT of the document both ask here. */
export function check(text: string, options: CheckOptions): Diagnostic[] {
  const { document, diagnostics: malformed } = parse(text);
  // What follows from a malformed document says nothing about its author's intent.
  if (malformed.length > 0) return malformed;
  const diagnostics = new Diagnostics(text);
  const fresh = { usedInDocument: new Set<string>(), usedInSection: new Set<string>(), section: null };
  const checker: Checker = { options, diagnostics, ...fresh };
  if (options.kind === "snippet") {
    checkSnippet(checker, document);
    return diagnostics.found;
  }
  const root = rootOf(document, checker);
  if (root === null) return diagnostics.found;
  if (options.kind === "resolver") {
    checker.section = "resolver";
    checkPolicies(checker, asParent("resolver", [root]));
    return diagnostics.found;
  }
  forbidAttributes(checker, root);
  if (options.kind === "policies") checkSections(checker, root);
  else checkFragment(checker, root);
  advise(checker, root);
  return diagnostics.found;
}

function rootOf({ nodes, source }: XmlDocument, { diagnostics, options }: Checker): XmlElement | null {
  const [root, second] = elementsOf(nodes);
  const text = nodes.find((node) => (node.kind === "text" || node.kind === "cdata") && node.raw.trim() !== "");
  if (text !== undefined)
    diagnostics.report("xml-malformed", text.span, "", "Text may not stand outside the root element.");
  if (second !== undefined) {
    diagnostics.report("xml-malformed", second.nameSpan, second.name, "There may be only one root element.");
  }
  if (root === undefined) {
    diagnostics.report("root-missing", { start: source.length, end: source.length }, "", options.kind);
    return null;
  }
  if (root.name === options.kind || options.kind === "resolver") return root;
  diagnostics.report("root-wrong", root.nameSpan, root.name, options.kind);
  return null;
}

function checkSections(checker: Checker, root: XmlElement): void {
  forbidText(checker, root, sections);
  const seen = new Set<string>();
  for (const element of elementsOf(root.children)) {
    const { name } = element;
    const report = reporter(checker, element);
    if (!isSection(name)) {
      report(element, "section-unknown", name, sections);
      continue;
    }
    if (seen.has(name)) report(element, "section-repeated", name);
    seen.add(name);
    forbidAttributes(checker, element);
    checker.section = name;
    checker.usedInSection = new Set();
    checkPolicies(checker, element);
    const [, second] = elementsOf(element.children);
    if (name === "backend" && second !== undefined) reporter(checker, second)(second, "backend-one-policy");
  }
}

function checkFragment(checker: Checker, root: XmlElement): void {
  for (const element of elementsOf(root.children)) {
    if (isSection(element.name)) reporter(checker, element)(element, "section-in-fragment", element.name);
  }
  const children = root.children.filter((child) => child.kind !== "element" || !isSection(child.name));
  checkPolicies(checker, { ...root, children });
}

/** Sections, or policies of any section, with nothing around them. */
function checkSnippet(checker: Checker, { nodes }: XmlDocument): void {
  const [first] = elementsOf(nodes);
  if (first === undefined) {
    checker.diagnostics.report("root-missing", { start: 0, end: 0 }, "", "policies");
    return;
  }
  checker.diagnostics.report("root-absent", first.nameSpan, first.name);
  const parent = asParent("policies", nodes);
  if (isSection(first.name)) checkSections(checker, parent);
  else checkPolicies(checker, parent);
  advise(checker, parent);
}

/** The nodes as if an element stood around them. */
function asParent(name: string, children: XmlNode[]): XmlElement {
  const span = { start: children[0]?.span.start ?? 0, end: children.at(-1)?.span.end ?? 0 };
  const rest = { attributes: [], beforeClose: "", selfClosing: false, closing: "", nameSpan: span };
  return { kind: "element", name, children, span, ...rest };
}

function forbidAttributes(checker: Checker, element: XmlElement): void {
  const report = reporter(checker, element);
  for (const attribute of element.attributes) report(attribute, "attribute-unknown", attribute.name);
}
