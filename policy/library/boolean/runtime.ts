import type { Ref } from "@/policy/expression/values/boxed";
import { argumentException } from "@/policy/expression/values/net-exception";
import { textOf } from "@/policy/kits/object/text-of";
import { parseBoolean, tryParseBoolean } from "@/policy/kits/text/parse-boolean";
import { implementType } from "@/policy/library/implement";

const compare = (a: boolean, b: boolean) => Number(a) - Number(b);

export const runtime = implementType("System.Boolean", {
  TrueString: () => "True",
  FalseString: () => "False",
  "CompareTo(object)": (value: boolean, other: unknown) => {
    if (other === null) return 1;
    if (typeof other !== "boolean") throw argumentException("Object must be of type Boolean.");
    return compare(value, other);
  },
  "CompareTo(bool)": compare,
  "Equals(object)": (value: boolean, other: unknown) => value === other,
  "Equals(bool)": (value: boolean, other: boolean) => value === other,
  "GetHashCode()": (value: boolean) => Number(value),
  "Parse(string)": parseBoolean,
  "ToString()": textOf,
  "ToString(IFormatProvider)": (value: boolean) => textOf(value),
  "TryParse(string, out bool)": (text: string | null, result: Ref<boolean>) => {
    const value = tryParseBoolean(text);
    result.value = value ?? false;
    return value !== null;
  },
});
