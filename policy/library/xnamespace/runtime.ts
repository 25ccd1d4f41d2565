import { argumentNull } from "@/policy/expression/values/net-exception";
import { noNamespace, XName, XNamespace, xmlNamespace, xmlnsNamespace } from "@/policy/kits/xlinq/xname";
import { implementType } from "@/policy/library/implement";

const equal = (a: XNamespace | null, b: XNamespace | null) => a === b || a?.equalTo(b) === true;

export const runtime = implementType("System.Xml.Linq.XNamespace", {
  None: () => noNamespace,
  Xml: () => xmlNamespace,
  Xmlns: () => xmlnsNamespace,
  NamespaceName: (self: XNamespace) => self.name,
  "Get(string)": (name: string | null) => XNamespace.get(name),
  "GetName(string)": (self: XNamespace, local: string | null) => XName.of(self, local),
  "Equals(object)": (self: XNamespace, other: unknown) => self.equalTo(other),
  "GetHashCode()": (self: XNamespace) => self.hash(),
  "ToString()": (self: XNamespace) => self.toText(),
  "implicit XNamespace(string)": (name: string | null) => (name === null ? null : XNamespace.get(name)),
  "operator +(XNamespace, string)": (namespace: XNamespace | null, local: string | null) => {
    if (namespace === null) throw argumentNull("ns");
    return XName.of(namespace, local);
  },
  "operator ==(XNamespace, XNamespace)": equal,
  "operator !=(XNamespace, XNamespace)": (a: XNamespace | null, b: XNamespace | null) => !equal(a, b),
});
