import type { NetGroup } from "@/policy/kits/regex/net-capture";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Text.RegularExpressions.Group", {
  Captures: (self: NetGroup) => self.captures,
  Name: (self: NetGroup) => self.name,
  Success: (self: NetGroup) => self.success,
});
