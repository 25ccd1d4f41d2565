import type { PolicyDefinition } from "@/policy/catalog/define";
import type { ElementPath } from "@/policy/xml/element-path";
import { childPath } from "@/policy/xml/element-path";
import { elementsOf, type XmlElement } from "@/policy/xml/nodes";
import type { Container } from "./containers";
import { usesIn } from "./policy-uses";

/** Where a policy stands that may be used only so often. */
export interface Occurrence {
  name: string;
  path: ElementPath;
  /** Of the section, or the fragment, around it. */
  lane: ElementPath;
  /** The branches around it of which only one runs: the path of what they are branches of, and of the branch. */
  branches: ReadonlyMap<ElementPath, ElementPath>;
}

export function occurrencesIn(
  containers: readonly Container[],
  fragmentText: (id: string) => string | undefined,
): Occurrence[] {
  const byPath = new Map(containers.map((container) => [container.path, container]));
  return containers.flatMap((container) => {
    if (container.holds !== "policies") return [];
    return placed(container).flatMap(({ element, path }): Occurrence[] => {
      // What stands deeper is met in its own container.
      return usesIn([{ ...element, children: [] }], fragmentText)
        .filter(({ definition }) => definition.once !== undefined)
        .map(({ definition }) => ({ name: definition.name, path, ...around(container, byPath) }));
    });
  });
}

/** Which rule forbids another one there, or null. */
export function refusedAgain(
  { name, once }: PolicyDefinition,
  container: Container,
  elsewhere: readonly Occurrence[],
): "once-section" | "once-document" | null {
  if (once === undefined) return null;
  const others = elsewhere.filter((occurrence) => occurrence.name === name);
  if (once === "document") return others.length > 0 ? "once-document" : null;
  return others.some((occurrence) => meets(occurrence, container)) ? "once-section" : null;
}

/** Whether both may run in one request. */
function meets({ lane, branches }: Occurrence, container: Container): boolean {
  if (lane !== laneOf(container.path)) return false;
  for (const [owner, branch] of branches) {
    const isInOwner = container.path.startsWith(`${owner}/`);
    if (isInOwner && container.path !== branch && !container.path.startsWith(`${branch}/`)) return false;
  }
  return true;
}

function around(container: Container, byPath: ReadonlyMap<ElementPath, Container>) {
  const branches = new Map<ElementPath, ElementPath>();
  const segments = container.path.split("/");
  for (let length = 1; length < segments.length; length++) {
    const owner = segments.slice(0, length).join("/");
    const holds = byPath.get(owner)?.holds;
    if (typeof holds === "object" && holds.alternatives === true) {
      branches.set(owner, segments.slice(0, length + 1).join("/"));
    }
  }
  return { lane: laneOf(container.path), branches };
}

const laneNames = /^(inbound|backend|outbound|on-error)\[\d+\]/;
const laneOf = (path: ElementPath): ElementPath => laneNames.exec(path)?.[0] ?? "";

function placed({ element, path }: Container): { element: XmlElement; path: ElementPath }[] {
  const counts = new Map<string, number>();
  return elementsOf(element.children).map((child) => {
    const count = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, count);
    return { element: child, path: childPath(path, child.name, count) };
  });
}
