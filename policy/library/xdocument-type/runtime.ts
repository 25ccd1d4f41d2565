import { argumentNull } from "@/policy/expression/values/net-exception";
import { verifyName } from "@/policy/kits/xlinq/verify-name";
import { XDocumentType } from "@/policy/kits/xlinq/xcomment";
import { implementType } from "@/policy/library/implement";

function present(name: string | null): string {
  if (name === null) throw argumentNull("name");
  return verifyName(name);
}

export const runtime = implementType("System.Xml.Linq.XDocumentType", {
  "new(string, string, string, string)": (
    name: string | null,
    publicId: string | null,
    systemId: string | null,
    subset: string | null,
  ) => new XDocumentType(present(name), publicId, systemId, subset),
  "new(XDocumentType)": (other: XDocumentType | null) => {
    if (other === null) throw argumentNull("other");
    return other.clone(0);
  },
  Name: (self: XDocumentType) => self.name,
  "set Name": (self: XDocumentType, value: string | null) => {
    self.name = present(value);
  },
  PublicId: (self: XDocumentType) => self.publicId,
  "set PublicId": (self: XDocumentType, value: string | null) => {
    self.publicId = value;
  },
  SystemId: (self: XDocumentType) => self.systemId,
  "set SystemId": (self: XDocumentType, value: string | null) => {
    self.systemId = value;
  },
  InternalSubset: (self: XDocumentType) => self.internalSubset,
  "set InternalSubset": (self: XDocumentType, value: string | null) => {
    self.internalSubset = value;
  },
});
