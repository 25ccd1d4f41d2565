import type { NetCapture } from "@/policy/kits/regex/net-capture";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Text.RegularExpressions.Capture", {
  Index: (self: NetCapture) => self.index,
  Length: (self: NetCapture) => self.length,
  Value: (self: NetCapture) => self.value,
  "ToString()": (self: NetCapture) => self.value,
});
