import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentException, argumentNull } from "@/policy/expression/values/net-exception";
import { addContent } from "@/policy/kits/json/add-content";
import { JConstructor } from "@/policy/kits/json/jconstructor";
import { implementType } from "@/policy/library/implement";

function named(name: string | null): JConstructor {
  if (name === null) throw argumentNull("name");
  if (name === "") throw argumentException("Constructor name cannot be empty.", "name");
  return new JConstructor(name);
}

function create(name: string | null, content: unknown): JConstructor {
  const result = named(name);
  addContent(result, 0, content);
  return result;
}

export const runtime = implementType("Newtonsoft.Json.Linq.JConstructor", {
  "new()": () => new JConstructor(null),
  "new(JConstructor)": (other: JConstructor | null) => {
    if (other === null) throw argumentNull("other");
    return other.clone(0);
  },
  "new(string, params object[])": (name: string | null, content: NetArray) => create(name, content),
  "new(string, object)": create,
  "new(string)": named,
  Name: (self: JConstructor) => self.name,
  "set Name": (self: JConstructor, name: string | null) => {
    self.name = name;
  },
});
