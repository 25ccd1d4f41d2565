import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// How two pieces of JSON are merged.
  public class JsonMergeSettings {
    JsonMergeSettings();
    MergeArrayHandling MergeArrayHandling { get; set; }
    MergeNullValueHandling MergeNullValueHandling { get; set; }
    StringComparison PropertyNameComparison { get; set; }
  }
`);
