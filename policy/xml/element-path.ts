import { elementsOf, type XmlDocument, type XmlElement } from "./nodes";

/**
 * Where an element stands below the root: "inbound[1]/choose[1]/when[2]". The number counts siblings of that name, so a
 * path outlives edits elsewhere. The root's own path is "".
 */
export type ElementPath = string;

export function elementAt(document: XmlDocument, path: ElementPath): XmlElement | null {
  let [at]: (XmlElement | undefined)[] = elementsOf(document.nodes);
  if (path === "") return at ?? null;
  for (const segment of path.split("/")) {
    const [, name, count] = /^(.+)\[(\d+)\]$/.exec(segment) ?? [];
    if (at === undefined || name === undefined) return null;
    at = nthChild(at, name, Number(count));
  }
  return at ?? null;
}

function nthChild({ children }: XmlElement, name: string, nth: number): XmlElement | undefined {
  let count = 0;
  for (const child of children) {
    if (child.kind === "element" && child.name === name && ++count === nth) return child;
  }
  return undefined;
}

/** null: the element is not one of the document's. */
export function pathOf(document: XmlDocument, element: XmlElement): ElementPath | null {
  const [root] = elementsOf(document.nodes);
  return root === undefined ? null : pathTo(root, element, "");
}

/** The innermost element around an offset, or null before and behind the root. */
export function elementAround(document: XmlDocument, offset: number): XmlElement | null {
  let found: XmlElement | null = null;
  let level = elementsOf(document.nodes);
  for (;;) {
    const inner = level.find(({ span }) => span.start <= offset && offset < span.end);
    if (inner === undefined) return found;
    found = inner;
    level = elementsOf(inner.children);
  }
}

export const childPath = (parent: ElementPath, name: string, count: number): ElementPath =>
  `${parent === "" ? "" : `${parent}/`}${name}[${count}]`;

function pathTo(parent: XmlElement, wanted: XmlElement, path: ElementPath): ElementPath | null {
  if (parent === wanted) return path;
  const counts = new Map<string, number>();
  for (const child of elementsOf(parent.children)) {
    const count = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, count);
    if (child.span.start > wanted.span.start || child.span.end < wanted.span.end) continue;
    const found = pathTo(child, wanted, childPath(path, child.name, count));
    if (found !== null) return found;
  }
  return null;
}
