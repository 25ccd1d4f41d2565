import type { NetRegexList } from "@/policy/kits/regex/net-capture";
import type { NetMatch } from "@/policy/kits/regex/net-match";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Text.RegularExpressions.MatchCollection", {
  Count: (self: NetRegexList<NetMatch>) => self.items.length,
  "this[int]": (self: NetRegexList<NetMatch>, index: number) => self.at(index),
});
