import { argumentNull } from "@/policy/expression/values/net-exception";
import { verifyTarget, XProcessingInstruction } from "@/policy/kits/xlinq/xcomment";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Xml.Linq.XProcessingInstruction", {
  "new(string, string)": (target: string | null, data: string | null) => new XProcessingInstruction(target, data),
  "new(XProcessingInstruction)": (other: XProcessingInstruction | null) => {
    if (other === null) throw argumentNull("other");
    return other.clone(0);
  },
  Target: (self: XProcessingInstruction) => self.target,
  "set Target": (self: XProcessingInstruction, value: string | null) => {
    self.target = verifyTarget(value);
  },
  Data: (self: XProcessingInstruction) => self.data,
  "set Data": (self: XProcessingInstruction, value: string | null) => {
    if (value === null) throw argumentNull("value");
    self.data = value;
  },
});
