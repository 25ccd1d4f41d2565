import { tick } from "@/policy/expression/values/budget";
import type { JToken } from "./jtoken";
import { guardDepth } from "./too-deep";

export function rootOf(token: JToken): JToken {
  let root = token;
  while (root.parent !== null) {
    tick();
    root = root.parent;
  }
  return root;
}

export function* ancestors(token: JToken | null): Iterable<JToken> {
  for (let current = token; current !== null; current = current.parent) {
    tick();
    yield current;
  }
}

/** A token's children, theirs and so on, in the order of the text. */
export function* descendants(token: JToken, depth = 0): Iterable<JToken> {
  guardDepth(depth);
  for (const child of token.children()) {
    yield child;
    if (child.hasValues) yield* descendants(child, depth + 1);
  }
}

export function* afterSelf(token: JToken): Iterable<JToken> {
  for (let current = token.next; current !== null; current = current.next) {
    tick();
    yield current;
  }
}

export function* beforeSelf(token: JToken): Iterable<JToken> {
  const parent = token.parent;
  if (parent === null) return;
  for (let current = parent.first; current !== null && current !== token; current = current.next) {
    tick();
    yield current;
  }
}
