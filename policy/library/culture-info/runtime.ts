import { CultureInfo } from "@/policy/kits/globalization/culture-info";
import { implementType } from "@/policy/library/implement";

const invariant = () => CultureInfo.invariant;

export const runtime = implementType("System.Globalization.CultureInfo", {
  "new(string)": (name: string | null) => CultureInfo.named(name),
  InvariantCulture: invariant,
  CurrentCulture: invariant,
  CurrentUICulture: invariant,
  "GetCultureInfo(string)": (name: string | null) => CultureInfo.named(name),
  Name: (culture: CultureInfo) => culture.name,
  "Equals(object)": (culture: CultureInfo, other: unknown) => culture.equalTo(other),
  "GetHashCode()": (culture: CultureInfo) => culture.hash(),
  "ToString()": (culture: CultureInfo) => culture.name,
});
