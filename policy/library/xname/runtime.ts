import { argumentNull } from "@/policy/expression/values/net-exception";
import { XName, XNamespace } from "@/policy/kits/xlinq/xname";
import { implementType } from "@/policy/library/implement";

const equal = (a: XName | null, b: XName | null) => a === b || a?.equalTo(b) === true;

export const runtime = implementType("System.Xml.Linq.XName", {
  LocalName: (self: XName) => self.local,
  Namespace: (self: XName) => self.namespace,
  NamespaceName: (self: XName) => self.namespace.name,
  "Get(string)": (name: string | null) => XName.get(name),
  "Get(string, string)": (local: string | null, namespace: string | null) => {
    if (local === null) throw argumentNull("localName");
    return XName.of(XNamespace.get(namespace), local);
  },
  "Equals(object)": (self: XName, other: unknown) => self.equalTo(other),
  "GetHashCode()": (self: XName) => self.hash(),
  "ToString()": (self: XName) => self.toText(),
  "implicit XName(string)": (name: string | null) => (name === null ? null : XName.get(name)),
  "operator ==(XName, XName)": equal,
  "operator !=(XName, XName)": (a: XName | null, b: XName | null) => !equal(a, b),
});
