import type { NetCapture, NetRegexList } from "@/policy/kits/regex/net-capture";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Text.RegularExpressions.CaptureCollection", {
  Count: (self: NetRegexList<NetCapture>) => self.items.length,
  "this[int]": (self: NetRegexList<NetCapture>, index: number) => self.at(index),
});
