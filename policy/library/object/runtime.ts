import { Boxed } from "@/policy/expression/values/boxed";
import { charge } from "@/policy/expression/values/budget";
import { NetObject } from "@/policy/expression/values/net-object";
import { netEquals } from "@/policy/kits/object/equals";
import { hashOf } from "@/policy/kits/object/hash";
import { textOf } from "@/policy/kits/object/text-of";
import { implementType } from "@/policy/library/implement";

class PlainObject extends NetObject {
  override get typeName(): string {
    return "System.Object";
  }
}

/** Values are boxed anew whenever they are passed as objects, so that no two of them are the same; equal strings are. */
const isSame = (a: unknown, b: unknown): boolean =>
  a === b && typeof a !== "number" && typeof a !== "bigint" && typeof a !== "boolean" && !(a instanceof Boxed);

export const runtime = implementType("System.Object", {
  "new()": () => {
    charge(24);
    return new PlainObject();
  },
  "Equals(object, object)": netEquals,
  "ReferenceEquals(object, object)": isSame,
  "Equals(object)": netEquals,
  "GetHashCode()": hashOf,
  "ToString()": textOf,
});
