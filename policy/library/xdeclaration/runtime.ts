import { argumentNull } from "@/policy/expression/values/net-exception";
import { XDeclaration } from "@/policy/kits/xlinq/xdocument";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Xml.Linq.XDeclaration", {
  "new(string, string, string)": (version: string | null, encoding: string | null, standalone: string | null) =>
    new XDeclaration(version, encoding, standalone),
  "new(XDeclaration)": (other: XDeclaration | null) => {
    if (other === null) throw argumentNull("other");
    return other.copy();
  },
  Version: (self: XDeclaration) => self.version,
  "set Version": (self: XDeclaration, value: string | null) => {
    self.version = value;
  },
  Encoding: (self: XDeclaration) => self.encoding,
  "set Encoding": (self: XDeclaration, value: string | null) => {
    self.encoding = value;
  },
  Standalone: (self: XDeclaration) => self.standalone,
  "set Standalone": (self: XDeclaration, value: string | null) => {
    self.standalone = value;
  },
  "ToString()": (self: XDeclaration) => self.toText(),
});
