import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// How XML is written.
  [Flags]
  public enum SaveOptions {
    None = 0,
    DisableFormatting = 1,
    OmitDuplicateNamespaces = 2
  }
`);
