import { defaultRaw, toBoxed } from "@/policy/expression/emit/representation";
import type { Type } from "@/policy/expression/types/type";
import type { Method } from "@/policy/expression/types/type-definition";
import { nullableUnderlying } from "@/policy/expression/types/type-relations";
import { nullReference } from "@/policy/expression/values/net-exception";
import { netEquals } from "@/policy/kits/object/equals";
import { hashOf } from "@/policy/kits/object/hash";
import { textOf } from "@/policy/kits/object/text-of";
import type { Machine } from "./machine";

/** Methods of Nullable<T>, whose receiver may be null. */
export function nullableMember(
  machine: Machine,
  method: Method,
  type: Type,
  value: unknown,
  args: readonly unknown[],
): unknown {
  switch (method.name) {
    case "GetValueOrDefault":
      if (value !== null) return value;
      return args.length > 0 ? args[0] : defaultRaw(nullableUnderlying(type) ?? type);
    case "ToString":
      return textOf(toBoxed(value, type));
    case "Equals":
      return netEquals(toBoxed(value, type), args[0]);
    case "GetHashCode":
      return hashOf(toBoxed(value, type));
    default:
      if (value === null) throw nullReference();
      return machine.library.member(method.original.declaring.fullName, method.original.key)(toBoxed(value, type));
  }
}
