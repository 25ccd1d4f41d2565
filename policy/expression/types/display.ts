import type { Type } from "./type";
import type { TypeDefinition } from "./type-definition";

type Property = { readonly name: string; readonly type: Type };

const list = (types: readonly Type[]): string => types.map((type) => type.display).join(", ");
const nullable = "System.Nullable";

/** "AdjustmentRule" within TimeZoneInfo is "TimeZoneInfo.AdjustmentRule". */
const nameWithContainer = (definition: TypeDefinition): string =>
  definition.namespace === "" ? definition.fullName : definition.fullName.slice(definition.namespace.length + 1);

/** "int?", "List<string>". */
export function displayNamed(definition: TypeDefinition, types: readonly Type[]): string {
  if (types.length === 0) return definition.keyword ?? nameWithContainer(definition);
  if (definition.fullName === nullable) return `${types[0]?.display}?`;
  return `${nameWithContainer(definition)}<${list(types)}>`;
}

/** "System.Collections.Generic.List`1[System.String]". */
export function fullNameOfNamed(definition: TypeDefinition, types: readonly Type[]): string {
  const name = nameWithContainer(definition).replaceAll(".", "+");
  const full = definition.namespace === "" ? name : `${definition.namespace}.${name}`;
  if (types.length === 0) return full;
  return `${full}\`${types.length}[${types.map((type) => type.fullName).join(",")}]`;
}

export const displayAnonymous = (properties: readonly Property[]): string =>
  `<anonymous type: ${properties.map(({ name, type }) => `${type.display} ${name}`).join(", ")}>`;

export const fullNameOfAnonymous = (properties: readonly Property[]): string =>
  properties.length === 0
    ? "<>f__AnonymousType0"
    : `<>f__AnonymousType0\`${properties.length}[${properties.map(({ type }) => type.fullName).join(",")}]`;

/** With namespaces, as in CS0029, CS0266, CS0030 and CS1503: "System.Collections.Generic.List<int>". */
export function qualifiedDisplay(type: Type): string {
  if (type.kind === "array") return `${qualifiedDisplay(type.element)}[]`;
  if (type.kind === "anonymous") {
    return `<anonymous type: ${type.properties.map((one) => `${qualifiedDisplay(one.type)} ${one.name}`).join(", ")}>`;
  }
  if (type.kind !== "named") return type.display;
  const { definition } = type;
  const [first] = type.arguments;
  if (first === undefined) return definition.keyword ?? definition.fullName;
  if (definition.fullName === nullable) return `${qualifiedDisplay(first)}?`;
  return `${definition.fullName}<${type.arguments.map(qualifiedDisplay).join(", ")}>`;
}
