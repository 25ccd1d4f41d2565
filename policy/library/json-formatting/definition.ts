import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json;
  /// How JSON is laid out.
  public enum Formatting {
    None = 0,
    Indented = 1
  }
`);
