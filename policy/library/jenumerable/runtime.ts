import { JEnumerable } from "@/policy/kits/json/jenumerable";
import type { JToken } from "@/policy/kits/json/jtoken";
import { valuesUnder } from "@/policy/kits/json/values-of";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType(
  "Newtonsoft.Json.Linq.JEnumerable",
  { "this[object]": (self: Iterable<JToken>, key: unknown) => new JEnumerable(() => valuesUnder(self, key)) },
  { defaultValue: new JEnumerable(() => []) },
);
