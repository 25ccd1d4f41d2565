import { argumentNull } from "@/policy/expression/values/net-exception";
import { explicitConversions } from "@/policy/kits/xlinq/value-casts";
import { attributeText } from "@/policy/kits/xlinq/write-xml";
import { XAttribute } from "@/policy/kits/xlinq/xattribute";
import { xmlText } from "@/policy/kits/xlinq/xml-text";
import type { XName } from "@/policy/kits/xlinq/xname";
import { XSequence } from "@/policy/kits/xlinq/xsequence";
import { implementType } from "@/policy/library/implement";

function neighbour(self: XAttribute, distance: number): XAttribute | null {
  const all = self.element?.attributes ?? [];
  return all[all.indexOf(self) + distance] ?? null;
}

export const runtime = implementType("System.Xml.Linq.XAttribute", {
  "new(XAttribute)": (other: XAttribute | null) => {
    if (other === null) throw argumentNull("other");
    return other.clone();
  },
  "new(XName, object)": (name: XName | null, value: unknown) =>
    new XAttribute(name, value === null ? null : xmlText(value)),
  EmptySequence: () => new XSequence(() => [], "XAttribute"),
  IsNamespaceDeclaration: (self: XAttribute) => self.isNamespaceDeclaration,
  Name: (self: XAttribute) => self.name,
  NextAttribute: (self: XAttribute) => neighbour(self, 1),
  PreviousAttribute: (self: XAttribute) => neighbour(self, -1),
  Value: (self: XAttribute) => self.value,
  "set Value": (self: XAttribute, value: string | null) => self.setValue(value),
  "Remove()": (self: XAttribute) => self.remove(),
  "SetValue(object)": (self: XAttribute, value: unknown) => self.setValue(value === null ? null : xmlText(value)),
  "ToString()": attributeText,
  ...explicitConversions("XAttribute", "attribute", (attribute: XAttribute) => attribute.value),
});
