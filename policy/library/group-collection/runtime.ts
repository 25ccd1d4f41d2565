import type { Ref } from "@/policy/expression/values/boxed";
import { argumentNull } from "@/policy/expression/values/net-exception";
import { stringArray } from "@/policy/kits/object/new-array";
import type { NetGroups } from "@/policy/kits/regex/net-match";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Text.RegularExpressions.GroupCollection", {
  Count: (self: NetGroups) => self.items.length,
  "this[int]": (self: NetGroups, number: number) => self.group(number),
  "this[string]": (self: NetGroups, name: string | null) => {
    if (name === null) throw argumentNull("groupname");
    return self.named(name);
  },
  "ContainsKey(string)": (self: NetGroups, name: string | null) => name !== null && self.has(name),
  "TryGetValue(string, out Group)": (self: NetGroups, name: string | null, value: Ref<unknown>) => {
    const there = name !== null && self.has(name);
    value.value = there ? self.named(name) : null;
    return there;
  },
  Keys: (self: NetGroups) => stringArray(self.items.map(({ name }) => name)),
  Values: (self: NetGroups) => self,
});
