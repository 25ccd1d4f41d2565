import type { Type } from "@/policy/expression/types/type";
import { Boxed, type Ref } from "@/policy/expression/values/boxed";
import { charge, tickMany } from "@/policy/expression/values/budget";
import { NetArray } from "@/policy/expression/values/net-array";
import { argumentException, argumentNull, nullReference } from "@/policy/expression/values/net-exception";
import { compareValues } from "@/policy/kits/object/compare";
import { type EnumNames, enumOf, nameOf } from "@/policy/kits/object/enums";
import { netEquals } from "@/policy/kits/object/equals";
import { hashOf } from "@/policy/kits/object/hash";
import { stringArray } from "@/policy/kits/object/new-array";
import { textOf } from "@/policy/kits/object/text-of";
import { formatValue } from "@/policy/kits/text/format-value";
import { implementType } from "@/policy/library/implement";
import { parseEnum } from "./parse-enum";

type Text = string | null;

function namesOf(type: Type): EnumNames {
  const names = enumOf(type.fullName);
  if (names === null) throw argumentException("Type provided must be an Enum.", "TEnum");
  return names;
}

function parse(type: Type, text: Text, ignoreCase: boolean): Boxed {
  const names = namesOf(type);
  if (text === null) throw argumentNull("value");
  tickMany(text.length);
  charge(2 * text.length);
  if (/^\s*$/.test(text)) throw argumentException("Must specify valid information for parsing in the string.", "value");
  const value = parseEnum(text, names, ignoreCase);
  if (value === null) throw argumentException(`Requested value '${text}' was not found.`);
  return new Boxed(names.fullName, value);
}

function tryParse(type: Type, text: Text, ignoreCase: boolean, result: Ref<Boxed>): boolean {
  const names = namesOf(type);
  tickMany(text?.length ?? 0);
  const value = text === null ? null : parseEnum(text, names, ignoreCase);
  result.value = new Boxed(names.fullName, value ?? 0);
  return value !== null;
}

/** Members by their numbers as .NET orders them: unsigned. */
const ordered = (names: EnumNames) => [...names.members].sort((a, b) => (a[1] >>> 0) - (b[1] >>> 0));

export const runtime = implementType("System.Enum", {
  "GetName<TEnum>(TEnum)": (type: Type, value: Boxed) => nameOf(namesOf(type), Number(value.value)),
  "GetNames<TEnum>()": (type: Type) => stringArray(ordered(namesOf(type)).map(([name]) => name)),
  "GetValues<TEnum>()": (type: Type) => {
    const names = namesOf(type);
    charge(64 * names.members.size);
    return new NetArray(
      type,
      ordered(names).map(([, value]) => new Boxed(names.fullName, value)),
    );
  },
  "IsDefined<TEnum>(TEnum)": (type: Type, value: Boxed) => nameOf(namesOf(type), Number(value.value)) !== null,
  "Parse<TEnum>(string)": (type: Type, text: Text) => parse(type, text, false),
  "Parse<TEnum>(string, bool)": parse,
  "TryParse<TEnum>(string, out TEnum)": (type: Type, text: Text, result: Ref<Boxed>) =>
    tryParse(type, text, false, result),
  "TryParse<TEnum>(string, bool, out TEnum)": tryParse,
  "CompareTo(object)": compareValues,
  "Equals(object)": netEquals,
  "GetHashCode()": hashOf,
  "HasFlag(Enum)": (value: Boxed, flag: Boxed | null) => {
    if (flag === null) throw nullReference();
    if (flag.typeName !== value.typeName)
      throw argumentException(
        `The argument type, '${flag.typeName}', is not the same as the enum type '${value.typeName}'.`,
      );
    return (Number(value.value) & Number(flag.value)) === Number(flag.value);
  },
  "ToString()": textOf,
  "ToString(string)": formatValue,
  "ToString(IFormatProvider)": (value: Boxed) => textOf(value),
  "ToString(string, IFormatProvider)": (value: Boxed, format: Text) => formatValue(value, format),
});
