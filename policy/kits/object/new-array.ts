import { charge } from "@/policy/expression/values/budget";
import { NetArray } from "@/policy/expression/values/net-array";
import { libraryType } from "./library-types";

/** A new array of a type of the library; the items are boxed. */
export function newArray(element: string, items: unknown[]): NetArray {
  charge(16 * items.length);
  return new NetArray(libraryType(element), items);
}

export const stringArray = (items: string[]): NetArray => newArray("System.String", items);
