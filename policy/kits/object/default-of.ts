import type { Type } from "@/policy/expression/types/type";
import { isValueType, nullableUnderlying } from "@/policy/expression/types/type-relations";
import { Boxed } from "@/policy/expression/values/boxed";
import { NetKeyValuePair } from "@/policy/kits/collections/key-value-pair";
import { Decimal } from "@/policy/kits/numbers/decimal";
import { structDefaults } from "./struct-defaults";

/** default(T), boxed. */
export function defaultOf(type: Type): unknown {
  if (type.kind !== "named" || !isValueType(type) || nullableUnderlying(type) !== null) return null;
  const { fullName } = type.definition;
  switch (fullName) {
    case "System.Boolean":
      return false;
    case "System.Int32":
      return 0;
    case "System.Int64":
      return 0n;
    case "System.UInt64":
      return new Boxed(fullName, 0n);
    case "System.Decimal":
      return Decimal.zero;
    case "System.Collections.Generic.KeyValuePair": {
      const [key, value] = type.arguments as readonly [Type, Type];
      return new NetKeyValuePair(key, value, defaultOf(key), defaultOf(value));
    }
    default: {
      const known = structDefaults.get(fullName) ?? new Boxed(fullName, 0);
      return typeof known === "function" ? known(type.arguments) : known;
    }
  }
}
