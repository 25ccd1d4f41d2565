import { argumentNull } from "@/policy/expression/values/net-exception";
import { XText } from "@/policy/kits/xlinq/xtext";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Xml.Linq.XText", {
  "new(string)": (value: string | null) => new XText(value),
  "new(XText)": (other: XText | null) => {
    if (other === null) throw argumentNull("other");
    return other.clone(0);
  },
  Value: (self: XText) => self.value,
  "set Value": (self: XText, value: string | null) => {
    if (value === null) throw argumentNull("value");
    self.value = value;
  },
});
