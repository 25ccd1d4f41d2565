import type { Property } from "@/policy/expression/types/type-definition";

/** As the compiler names it: "string.Length", "string.this[int]". */
export function propertyName(property: Property): string {
  const owner = property.declaring.self.display;
  if (property.kind === "property") return `${owner}.${property.name}`;
  return `${owner}.this[${property.parameters.map((parameter) => parameter.type.display).join(", ")}]`;
}
