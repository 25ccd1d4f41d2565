import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// What becomes of null where JSON is merged.
  [Flags]
  public enum MergeNullValueHandling {
    Ignore = 0,
    Merge = 1
  }
`);
