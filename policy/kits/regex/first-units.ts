import { CharSet } from "./char-set";
import type { RegexNode } from "./regex-node";

export interface FirstUnits {
  /** What a match may start with. */
  readonly set: CharSet;
  /** It may also match nothing, so that the set says nothing. */
  readonly empty: boolean;
}

const unknown: FirstUnits = { set: CharSet.any, empty: true };

export function firstUnits(node: RegexNode): FirstUnits {
  switch (node.kind) {
    case "set":
      return { set: node.set, empty: false };
    case "sequence": {
      let set = CharSet.none;
      for (const each of node.nodes) {
        const first = firstUnits(each);
        set = set.union(first.set);
        if (!first.empty) return { set, empty: false };
      }
      return { set, empty: true };
    }
    case "choice": {
      const firsts = node.branches.map(firstUnits);
      const set = CharSet.of(firsts.flatMap((first) => [...first.set.ranges]));
      return { set, empty: firsts.some((first) => first.empty) };
    }
    case "loop": {
      const first = firstUnits(node.node);
      return { set: first.set, empty: first.empty || node.min === 0 };
    }
    case "capture":
    case "atomic":
      return firstUnits(node.node);
    case "look":
    case "anchor":
      return { set: CharSet.none, empty: true };
    default:
      return unknown;
  }
}

/** The text that every match starts with; "" where there is none. */
export function literalPrefix(node: RegexNode): string {
  let prefix = "";
  const nodes = node.kind === "sequence" ? node.nodes : [node];
  for (const each of nodes) {
    if (each.kind !== "set" || each.set.only < 0) break;
    prefix += String.fromCharCode(each.set.only);
  }
  return prefix;
}

/** Matches are found at the start of the text only. */
export function startsAtStart(node: RegexNode): boolean {
  if (node.kind === "anchor") return node.anchor === "start";
  if (node.kind === "sequence") return node.nodes[0] !== undefined && startsAtStart(node.nodes[0]);
  if (node.kind === "capture" || node.kind === "atomic") return startsAtStart(node.node);
  return node.kind === "choice" && node.branches.every(startsAtStart);
}
