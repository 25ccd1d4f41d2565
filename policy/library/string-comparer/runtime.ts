import { StringComparer } from "@/policy/kits/text/string-comparer";
import { implementType } from "@/policy/library/implement";

const of = (comparison: number) => () => StringComparer.of(comparison);
const compare = (comparer: StringComparer, a: unknown, b: unknown) => comparer.compareItems(a, b);
const equals = (comparer: StringComparer, a: unknown, b: unknown) => comparer.equalItems(a, b);
const hash = (comparer: StringComparer, value: unknown) => comparer.hashItem(value);

export const runtime = implementType("System.StringComparer", {
  CurrentCulture: of(0),
  CurrentCultureIgnoreCase: of(1),
  InvariantCulture: of(2),
  InvariantCultureIgnoreCase: of(3),
  Ordinal: of(4),
  OrdinalIgnoreCase: of(5),
  "Create(CultureInfo, bool)": (_: unknown, ignoreCase: boolean) => StringComparer.of(ignoreCase ? 3 : 2),
  "FromComparison(StringComparison)": StringComparer.of,
  "Compare(object, object)": compare,
  "Compare(string, string)": compare,
  "Equals(object, object)": equals,
  "Equals(string, string)": equals,
  "GetHashCode(object)": hash,
  "GetHashCode(string)": hash,
});
