import { type Refusal, resourceNotFound } from "../refusals";
import type { Reader } from "../resources/behaviour";
import { typeOf } from "../resources/canonical";
import { findType } from "../resources/find";
import { parentIdOf } from "../store/parent-id";

/** 404 for the document, or for the first of those above it that does not exist either. */
export async function missing(read: Reader, id: string): Promise<Refusal> {
  const above: string[] = [];
  for (let parent = parentIdOf(id); parent !== null && parent !== "/"; parent = parentIdOf(parent))
    above.unshift(parent);
  for (const ancestor of above) {
    if ((await read.read(ancestor)) === null) return resourceNotFound(titleOf(ancestor));
  }
  return resourceNotFound(titleOf(id));
}

const titleOf = (id: string): string => findType(typeOf(id))?.definition.title ?? "Resource";
