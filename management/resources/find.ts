import type { Behaviour } from "./behaviour";
import { behaviours } from "./behaviours";
import type { ResourceDefinition } from "./define";
import { definitions } from "./definitions";

/** A place in the tree where a kind lives, with all that is known of it. */
export interface ResourceType {
  /** In ARM's casing: "apis/operations". */
  readonly type: string;
  readonly definition: ResourceDefinition;
  readonly behaviour: Behaviour;
}

const byType = new Map<string, ResourceType>(
  definitions.flatMap((definition: ResourceDefinition) =>
    definition.types.map((type): [string, ResourceType] => [
      type.toLowerCase(),
      { type, definition, behaviour: (behaviours as Record<string, Behaviour>)[definition.kind] ?? {} },
    ]),
  ),
);

/** By ARM type path below the service, in any case; "service" is the service itself. */
export function findType(type: string): ResourceType | undefined {
  return byType.get(type.toLowerCase());
}

/** The type of a stored document, which is always known. */
export function typeOfDocument(document: { type: string; id: string }): ResourceType {
  const found = findType(document.type);
  if (found === undefined)
    throw new Error(`The stored document ${document.id} is of the unknown type ${document.type}.`);
  return found;
}
