import { argumentNull } from "@/policy/expression/values/net-exception";
import { XComment } from "@/policy/kits/xlinq/xcomment";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Xml.Linq.XComment", {
  "new(string)": (value: string | null) => new XComment(value),
  "new(XComment)": (other: XComment | null) => {
    if (other === null) throw argumentNull("other");
    return other.clone(0);
  },
  Value: (self: XComment) => self.value,
  "set Value": (self: XComment, value: string | null) => {
    if (value === null) throw argumentNull("value");
    self.value = value;
  },
});
