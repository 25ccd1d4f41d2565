import { typeTable } from "@/policy/expression/types/shared-table";
import type { Type } from "@/policy/expression/types/type";
import { NotStorable } from "./not-storable";

/** A type as JSON: ["System.Collections.Generic.List", ["System.Int32"]], and of an array ["[]", element]. */
export function typeToJson(type: Type): unknown {
  if (type.kind === "array") return ["[]", typeToJson(type.element)];
  if (type.kind === "named") return [type.definition.fullName, ...type.arguments.map(typeToJson)];
  throw new NotStorable(`a collection of ${type.display}`);
}

export function typeFromJson(json: unknown): Type {
  const [name, ...parts] = json as [string, ...unknown[]];
  const types = parts.map(typeFromJson);
  const table = typeTable();
  const [element] = types;
  if (name === "[]" && element !== undefined) return table.arrayOf(element);
  const definition = table.definition(name, types.length);
  if (definition === null) throw new NotStorable(name);
  return types.length === 0 ? definition.self : table.construct(definition, types);
}
