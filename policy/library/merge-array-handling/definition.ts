import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// What becomes of arrays that are merged.
  public enum MergeArrayHandling {
    Concat = 0,
    Union = 1,
    Replace = 2,
    Merge = 3
  }
`);
