import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from "graphql";

/** How much a document asks for, fragments put in. */
export interface Measure {
  /** Levels of fields, one in another. */
  readonly depth: number;
  /** The depths of all outermost fields together. */
  readonly totalDepth: number;
  /** Fields at all levels. */
  readonly fields: number;
}

/** Counts that large are not told apart. */
const most = 1_000_000;

/** Of a document whose fragments go in no circle; each of them is looked at once. Fields of the introspection have no depth. */
export function measure({ definitions }: DocumentNode): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions) if (each.kind === "FragmentDefinition") fragments.set(each.name.value, each);
  const known = new Map<string, Measure>();
  const ofFragment = (name: string): Measure => {
    const fragment = fragments.get(name);
    const measured = known.get(name) ?? (fragment === undefined ? none : ofSet(fragment.selectionSet));
    known.set(name, measured);
    return measured;
  };
  const ofSet = ({ selections }: SelectionSetNode): Measure => {
    let all = none;
    for (const each of selections) {
      if (each.kind === "Field") {
        const inside = each.selectionSet === undefined ? none : ofSet(each.selectionSet);
        const depth = each.name.value.startsWith("__") ? 1 : inside.depth + 1;
        all = sum(all, { depth, totalDepth: depth, fields: inside.fields + 1 });
      } else all = sum(all, each.kind === "InlineFragment" ? ofSet(each.selectionSet) : ofFragment(each.name.value));
    }
    return all;
  };
  let all = none;
  for (const each of definitions) if (each.kind === "OperationDefinition") all = sum(all, ofSet(each.selectionSet));
  return all;
}

const none: Measure = { depth: 0, totalDepth: 0, fields: 0 };

const sum = (a: Measure, b: Measure): Measure => ({
  depth: Math.max(a.depth, b.depth),
  totalDepth: Math.min(most, a.totalDepth + b.totalDepth),
  fields: Math.min(most, a.fields + b.fields),
});
