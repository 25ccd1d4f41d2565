import type { JToken } from "@/policy/kits/json/jtoken";
import { TokenComparer } from "@/policy/kits/json/token-comparer";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("Newtonsoft.Json.Linq.JTokenEqualityComparer", {
  "new()": () => new TokenComparer(),
  "Equals(JToken, JToken)": (self: TokenComparer, a: JToken | null, b: JToken | null) => self.equals(a, b),
  "GetHashCode(JToken)": (self: TokenComparer, token: JToken | null) => self.hashOf(token),
});
