import type { BoundExpression } from "@/policy/expression/bind/bound";
import { isBoxedSlot, toBoxed, toRaw } from "@/policy/expression/emit/representation";
import type { Type } from "@/policy/expression/types/type";
import type { Property, TypeDefinition } from "@/policy/expression/types/type-definition";
import { nullReference } from "@/policy/expression/values/net-exception";
import type { Machine } from "./machine";
import type { Scope } from "./scope";

/** From raw to what a declaration of this type takes, and back. */
export const adaptTo = (value: unknown, type: Type, declared: Type | undefined): unknown =>
  declared !== undefined && isBoxedSlot(declared) ? toBoxed(value, type) : value;
export const adaptFrom = (value: unknown, type: Type, declared: Type | undefined): unknown =>
  declared !== undefined && isBoxedSlot(declared) ? toRaw(value, type) : value;

/** A receiver that is null is found out when the arguments are there. */
export function checkReceiver(value: unknown, node: BoundExpression, declaring: TypeDefinition): unknown {
  if (value === null) throw nullReference();
  return node.type.kind === "named" && node.type.definition === declaring ? value : toBoxed(value, node.type);
}

export function indexValues(
  machine: Machine,
  scope: Scope,
  property: Property,
  list: readonly BoundExpression[],
): unknown[] {
  return list.map((one, at) => adaptTo(machine.evaluate(scope, one), one.type, property.original.parameters[at]?.type));
}
