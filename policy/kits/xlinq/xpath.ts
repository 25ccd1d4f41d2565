import { tick } from "@/policy/expression/values/budget";
import { NetException } from "@/policy/expression/values/net-exception";
import { attributeByTag, contentOf, nameOf } from "./dom-names";
import { childNodes, descendantNodes, isContainer, isElement, isText, rootOf, textWithin } from "./navigate";
import { NodeType } from "./node-type";
import type { XContainer } from "./xcontainer";
import type { XObject } from "./xnode";

interface Step {
  readonly isDeep: boolean;
  /** "name", "*", "@name", "text()", "." or ".." */
  readonly test: string;
  readonly predicates: readonly string[];
}

const stepPattern = /^(\/\/|\/)?\s*(\.\.|\.|text\(\)|node\(\)|@?[\w.:*-]+)((?:\[[^\]]*\])*)/;

/**
 * The part of XPath that policies use: names, *, @attributes, text(), //, . and .., and predicates that are a position,
 * last(), or the presence or text of a child or attribute.
 */
export function selectNodes(from: XObject, path: string): XObject[] {
  const isAbsolute = /^\s*\//.test(path);
  let nodes: XObject[] = [isAbsolute ? rootOf(from) : from];
  if (path.trim() === "/") return nodes;
  for (const step of parse(path)) {
    const found = new Set<XObject>();
    for (const node of nodes) {
      let matches = [...candidates(node, step)];
      for (const predicate of step.predicates) matches = filter(matches, predicate, path);
      for (const match of matches) found.add(match);
    }
    nodes = [...found];
  }
  return nodes;
}

function parse(path: string): Step[] {
  const steps: Step[] = [];
  let rest = path.trim();
  while (rest !== "") {
    tick();
    const match = stepPattern.exec(rest);
    if (!match || (steps.length > 0 && match[1] === undefined)) throw invalid(path);
    const predicates = (match[3] ?? "").split("]").slice(0, -1);
    steps.push({
      isDeep: match[1] === "//",
      test: match[2]!,
      predicates: predicates.map((text) => text.slice(1).trim()),
    });
    rest = rest.slice(match[0].length).trimStart();
  }
  return steps;
}

const invalid = (path: string) =>
  new NetException("System.Xml.XPath.XPathException", `'${path}' has an invalid token.`);

function* candidates(node: XObject, { isDeep, test }: Step): Iterable<XObject> {
  if (!isContainer(node)) {
    if (test === ".") yield node;
    if (test === ".." && node.container !== null) yield node.container;
    return;
  }
  yield* named(node, test);
  if (isDeep) for (const inner of descendantNodes(node)) if (isContainer(inner)) yield* named(inner, test);
}

function* named(node: XContainer, test: string): Iterable<XObject> {
  if (test === ".") yield node;
  else if (test === "..") {
    if (node.container !== null) yield node.container;
  } else if (test === "@*") {
    if (isElement(node)) yield* node.attributes;
  } else if (test.startsWith("@")) {
    const attribute = isElement(node) ? attributeByTag(node, test.slice(1)) : null;
    if (attribute !== null) yield attribute;
  } else for (const child of childNodes(node)) if (fits(child, test)) yield child;
}

function fits(node: XObject, test: string): boolean {
  tick();
  if (test === "text()") return isText(node);
  if (test === "node()") return true;
  if (!isElement(node)) return false;
  // Without a namespace manager a name means no namespace.
  return (
    test === "*" ||
    (node.name.namespace.name === "" ? node.name.local === test : test.includes(":") && nameOf(node) === test)
  );
}

function filter(nodes: XObject[], predicate: string, path: string): XObject[] {
  if (/^\d+$/.test(predicate)) return nodes.slice(Number(predicate) - 1, Number(predicate));
  if (predicate === "last()") return nodes.slice(-1);
  const match = /^(\.|text\(\)|@?[\w.:-]+)(?:\s*(!?=)\s*(?:"([^"]*)"|'([^']*)'|(-?[\d.]+)))?$/.exec(predicate);
  if (!match) throw invalid(path);
  const [, test = "", operator, double, single, number] = match;
  return nodes.filter((node) => {
    const values = [...candidates(node, { isDeep: false, test, predicates: [] })].map(textOfNode);
    if (operator === undefined) return values.length > 0;
    const wanted = double ?? single ?? number ?? "";
    const equal = (value: string) => (number === undefined ? value === wanted : Number(value) === Number(wanted));
    return values.some((value) => equal(value) === (operator === "="));
  });
}

export const textOfNode = (node: XObject): string =>
  isContainer(node) ? textWithin(node) : node.nodeType === NodeType.Document ? "" : contentOf(node);
