import { Boxed } from "@/policy/expression/values/boxed";
import { NetObject } from "@/policy/expression/values/net-object";

/** The full name of a boxed value's type, as GetType() tells it; null is "null". */
export function typeNameOf(value: unknown): string {
  switch (typeof value) {
    case "string":
      return "System.String";
    case "number":
      return "System.Int32";
    case "bigint":
      return "System.Int64";
    case "boolean":
      return "System.Boolean";
    case "function":
      return "System.Func";
    default:
      if (value === null) return "null";
      if (value instanceof Boxed || value instanceof NetObject) return value.typeName;
      return value instanceof Uint8Array ? "System.Byte[]" : "System.Object";
  }
}
