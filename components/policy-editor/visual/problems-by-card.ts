import { type Diagnostic, isError } from "@/policy/diagnostics";
import type { ElementPath } from "@/policy/xml/element-path";
import { childPath } from "@/policy/xml/element-path";
import { elementsOf, type XmlDocument, type XmlElement } from "@/policy/xml/nodes";
import type { Drawing } from "./drawing";

export interface CardProblem {
  message: string;
  isError: boolean;
  line: number;
}

/** What is wrong, at the innermost card or lane that shows it. */
export function problemsByCard(
  document: XmlDocument,
  drawing: Drawing,
  diagnostics: readonly Diagnostic[],
): Map<ElementPath, CardProblem[]> {
  const found = new Map<ElementPath, CardProblem[]>();
  const lanes = new Set(drawing.lanes.map(({ path }) => path));
  const [root] = elementsOf(document.nodes);
  if (root === undefined) return found;
  for (const diagnostic of diagnostics) {
    const paths = pathsAt(root, diagnostic.span.start);
    const path = paths.findLast((each) => drawing.cards.has(each) || lanes.has(each));
    if (path === undefined) continue;
    const { message, line } = diagnostic;
    const problem = { message, line, isError: isError(diagnostic) };
    found.set(
      path,
      [...(found.get(path) ?? []), problem].sort((a, b) => Number(b.isError) - Number(a.isError)),
    );
  }
  return found;
}

function pathsAt(root: XmlElement, offset: number): ElementPath[] {
  const paths: ElementPath[] = [""];
  for (let at: XmlElement | undefined = root, path = ""; at !== undefined; ) {
    const counts = new Map<string, number>();
    let inner: XmlElement | undefined;
    for (const child of elementsOf(at.children)) {
      counts.set(child.name, (counts.get(child.name) ?? 0) + 1);
      if (child.span.start > offset || offset >= child.span.end) continue;
      inner = child;
      path = childPath(path, child.name, counts.get(child.name) ?? 1);
      paths.push(path);
      break;
    }
    at = inner;
  }
  return paths;
}
