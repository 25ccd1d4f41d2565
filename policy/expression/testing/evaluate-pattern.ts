import type { BoundPattern } from "@/policy/expression/bind/bound";
import { toBoxed, toRaw } from "@/policy/expression/emit/representation";
import { isInstance, rememberDelegate } from "@/policy/expression/emit/runtime-types";
import type { Type } from "@/policy/expression/types/type";
import { isDelegate } from "@/policy/expression/types/type-relations";
import { netEquals } from "@/policy/kits/object/equals";
import type { Machine } from "./machine";
import type { Scope } from "./scope";

export function asObject(value: unknown, type: Type): unknown {
  return isDelegate(type) ? rememberDelegate(value, type) : toBoxed(value, type);
}

export function matches(machine: Machine, scope: Scope, raw: unknown, type: Type, pattern: BoundPattern): boolean {
  const boxed = asObject(raw, type);
  switch (pattern.kind) {
    case "constant":
      return netEquals(boxed, toBoxed(machine.evaluate(scope, pattern.value), pattern.value.type));
    case "type":
      return isInstance(machine.table, boxed, pattern.type);
    case "declaration": {
      if (pattern.isVar) {
        if (pattern.symbol !== null) scope.cell(pattern.symbol).value = raw;
        return true;
      }
      if (!isInstance(machine.table, boxed, pattern.type)) return false;
      if (pattern.symbol !== null) scope.cell(pattern.symbol).value = toRaw(boxed, pattern.type);
      return true;
    }
  }
}
