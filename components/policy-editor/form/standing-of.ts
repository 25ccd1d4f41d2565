import type { ElementGrammar, PolicyDefinition } from "@/policy/catalog/define";
import { definitionOf } from "@/policy/catalog/definitions";
import { childGrammar } from "@/policy/catalog/grammar-in";
import { childPath, type ElementPath } from "@/policy/xml/element-path";
import { elementsOf, type XmlDocument, type XmlElement } from "@/policy/xml/nodes";

/** What an element of the document is, and where. */
export interface Standing {
  kind: "root" | "section" | "policy" | "part" | "unknown";
  element: XmlElement;
  path: ElementPath;
  grammar: ElementGrammar | null;
  /** The policy that it is, or is a part of. */
  policy: PolicyDefinition | null;
  /** Below that policy: "required-claims/claim"; empty for the policy itself. */
  within: string;
  /** From the root down, without the element. */
  around: readonly { path: ElementPath; name: string; nth: number }[];
}

const sections: readonly string[] = ["inbound", "backend", "outbound", "on-error"];

/** null: nothing stands at that path. */
export function standingOf(document: XmlDocument, path: ElementPath): Standing | null {
  const [root] = elementsOf(document.nodes);
  if (root === undefined) return null;
  let at: Standing = rootStanding(root);
  for (const segment of path === "" ? [] : path.split("/")) {
    const [, name = "", count = ""] = /^(.+)\[(\d+)\]$/.exec(segment) ?? [];
    const element = elementsOf(at.element.children).filter((child) => child.name === name)[Number(count) - 1];
    if (element === undefined) return null;
    const nth = Number(/\[(\d+)\]$/.exec(at.path)?.[1] ?? 1);
    const around = [...at.around, { path: at.path, name: at.element.name, nth }];
    at = { ...childStanding(at, element), element, path: childPath(at.path, name, Number(count)), around };
  }
  return at;
}

function rootStanding(root: XmlElement): Standing {
  const policy = definitionOf(root.name) ?? null;
  const isRoot = root.name === "policies" || root.name === "fragment";
  const kind = isRoot ? "root" : policy === null ? "unknown" : "policy";
  return { kind, element: root, path: "", grammar: policy, policy, within: "", around: [] };
}

function childStanding(
  parent: Standing,
  { name }: XmlElement,
): Pick<Standing, "kind" | "grammar" | "policy" | "within"> {
  const unknown = { kind: "unknown", grammar: null, policy: null, within: "" } as const;
  if (parent.kind === "unknown" || parent.grammar?.children === "xml") return unknown;
  if (parent.kind === "root" && parent.element.name === "policies") {
    return sections.includes(name) ? { kind: "section", grammar: null, policy: null, within: "" } : unknown;
  }
  const holdsPolicies = parent.grammar === null || parent.grammar.children === "policies";
  const policy = definitionOf(name) ?? null;
  if (holdsPolicies) return policy === null ? unknown : { kind: "policy", grammar: policy, policy, within: "" };
  const grammar = childGrammar(parent.grammar, name);
  if (grammar === null) return unknown;
  if (grammar === policy) return { kind: "policy", grammar, policy, within: "" };
  const within = parent.within === "" ? name : `${parent.within}/${name}`;
  return { kind: "part", grammar, policy: parent.policy, within };
}
