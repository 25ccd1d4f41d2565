import { argumentNull } from "@/policy/expression/values/net-exception";
import { XCData } from "@/policy/kits/xlinq/xtext";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Xml.Linq.XCData", {
  "new(string)": (value: string | null) => new XCData(value),
  "new(XCData)": (other: XCData | null) => {
    if (other === null) throw argumentNull("other");
    return other.clone(0);
  },
});
