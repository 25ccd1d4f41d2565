import type { Type } from "@/policy/expression/types/type";

const known = new WeakMap<Type, Type>();

/** T[], for what the library says of its own sequences; the type table has another. */
export function arrayType(element: Type): Type {
  let type = known.get(element);
  if (type === undefined) {
    type = { kind: "array", element, display: `${element.display}[]`, fullName: `${element.fullName}[]` };
    known.set(element, type);
  }
  return type;
}
