import { argumentNull } from "@/policy/expression/values/net-exception";
import { JRaw } from "@/policy/kits/json/jvalue";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("Newtonsoft.Json.Linq.JRaw", {
  "new(JRaw)": (other: JRaw | null) => {
    if (other === null) throw argumentNull("other");
    return other.clone(0);
  },
  "new(object)": (text: unknown) => new JRaw(text),
});
