import { argumentNull, notSupported } from "@/policy/expression/values/net-exception";
import { NetMatch } from "@/policy/kits/regex/net-match";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Text.RegularExpressions.Match", {
  Empty: () => NetMatch.empty,
  Groups: (self: NetMatch) => self.groups,
  "NextMatch()": (self: NetMatch) => self.next(),
  "Result(string)": (self: NetMatch, replacement: string | null) => {
    if (replacement === null) throw argumentNull("replacement");
    if (!self.success) throw notSupported("Result cannot be called on a failed Match.");
    return self.result(replacement);
  },
});
