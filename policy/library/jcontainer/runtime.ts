import { addContent } from "@/policy/kits/json/add-content";
import type { JContainer } from "@/policy/kits/json/jcontainer";
import { JEnumerable } from "@/policy/kits/json/jenumerable";
import type { JToken } from "@/policy/kits/json/jtoken";
import { JsonMergeSettings, merge } from "@/policy/kits/json/merge";
import { descendants } from "@/policy/kits/json/navigate";
import { implementType } from "@/policy/library/implement";

function* selfAndDescendants(self: JToken): Iterable<JToken> {
  yield self;
  yield* descendants(self);
}

export const runtime = implementType("Newtonsoft.Json.Linq.JContainer", {
  Count: (self: JContainer) => self.items.length,
  "Add(object)": (self: JContainer, content: unknown) => addContent(self, self.items.length, content),
  "AddFirst(object)": (self: JContainer, content: unknown) => addContent(self, 0, content),
  "Descendants()": (self: JContainer) => new JEnumerable(() => descendants(self)),
  "DescendantsAndSelf()": (self: JContainer) => new JEnumerable(() => selfAndDescendants(self)),
  "Merge(object)": (self: JContainer, content: unknown) => merge(self, content, new JsonMergeSettings()),
  "Merge(object, JsonMergeSettings)": (self: JContainer, content: unknown, settings: JsonMergeSettings | null) =>
    merge(self, content, settings ?? new JsonMergeSettings()),
  "RemoveAll()": (self: JContainer) => self.clear(),
  "ReplaceAll(object)": (self: JContainer, content: unknown) => {
    self.clear();
    addContent(self, 0, content);
  },
});
