import { JsonMergeSettings } from "@/policy/kits/json/merge";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("Newtonsoft.Json.Linq.JsonMergeSettings", {
  "new()": () => new JsonMergeSettings(),
  MergeArrayHandling: (self: JsonMergeSettings) => self.arrays,
  "set MergeArrayHandling": (self: JsonMergeSettings, value: number) => {
    self.arrays = value;
  },
  MergeNullValueHandling: (self: JsonMergeSettings) => self.nulls,
  "set MergeNullValueHandling": (self: JsonMergeSettings, value: number) => {
    self.nulls = value;
  },
  PropertyNameComparison: (self: JsonMergeSettings) => self.comparison,
  "set PropertyNameComparison": (self: JsonMergeSettings, value: number) => {
    self.comparison = value;
  },
});
