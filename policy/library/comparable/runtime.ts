import { compareValues } from "@/policy/kits/object/compare";
import { netEquals } from "@/policy/kits/object/equals";
import { formatValue } from "@/policy/kits/text/format-value";
import { implementType } from "@/policy/library/implement";

// IComparable and IComparable<T> share their full name, and so their runtime.
export const runtimes = [
  implementType("System.IComparable", { "CompareTo(object)": compareValues, "CompareTo(T)": compareValues }),
  implementType("System.IEquatable", { "Equals(T)": netEquals }),
  implementType("System.IFormattable", { "ToString(string, IFormatProvider)": formatValue }),
];
