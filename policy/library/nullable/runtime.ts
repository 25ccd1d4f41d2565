import { invalidOperation } from "@/policy/expression/values/net-exception";
import { compareValues } from "@/policy/kits/object/compare";
import { netEquals } from "@/policy/kits/object/equals";
import { implementType } from "@/policy/library/implement";

/** A Nullable is its value or null; its own members are written out by the compiler, which knows T. */
export const runtime = implementType("System.Nullable", {
  "new(T)": (_type: unknown, value: unknown) => value,
  HasValue: (value: unknown) => value !== null,
  Value: (value: unknown) => {
    if (value === null) throw invalidOperation("Nullable object must have a value.");
    return value;
  },
  "GetValueOrDefault()": (value: unknown) => value,
  "GetValueOrDefault(T)": (value: unknown, fallback: unknown) => value ?? fallback,
  "Compare<T>(T?, T?)": (_type: unknown, a: unknown, b: unknown) => compareValues(a, b),
  "Equals<T>(T?, T?)": (_type: unknown, a: unknown, b: unknown) => netEquals(a, b),
});
