import type { Declaration } from "@/policy/library/declare";
import { parseDeclaration } from "@/policy/library/parse-declaration";
import type { ParsedMember } from "@/policy/library/parsed-type";

export interface EnumNames {
  readonly fullName: string;
  readonly isFlags: boolean;
  /** In the order of declaration; several names may share a value. */
  readonly members: ReadonlyMap<string, number>;
}

const known = new Map<string, EnumNames>();

/** Makes the names of all enums in these declarations known to ToString, Enum.Parse and the like. */
export function registerEnums(declarations: readonly Declaration[]): void {
  for (const declaration of declarations) {
    if (!declaration.text.includes(" enum ")) continue;
    for (const type of parseDeclaration(declaration)) {
      if (type.kind !== "enum") continue;
      const fullName = [type.namespace, type.container, type.name].filter((part) => part).join(".");
      const members = type.members.map((member) => [member.name, numberOf(member)] as const);
      known.set(fullName, { fullName, isFlags: type.attributes.includes("Flags"), members: new Map(members) });
    }
  }
}

function numberOf(member: ParsedMember): number {
  const constant = member.kind === "field" ? member.constant : undefined;
  return constant?.kind === "value" ? Number(constant.value) : 0;
}

export const enumOf = (fullName: string): EnumNames | null => known.get(fullName) ?? null;

/** As Enum.ToString() writes it: its name, names joined by ", " for flags, or the number. */
export function enumText(fullName: string, value: number | bigint): string {
  const names = known.get(fullName);
  if (names === undefined) return value.toString();
  return nameOf(names, Number(value)) ?? (names.isFlags ? flagsText(names, Number(value)) : null) ?? value.toString();
}

/** As the format "F" writes it, which takes every enum for flags. */
export const enumFlagsText = (names: EnumNames, value: number | bigint): string =>
  nameOf(names, Number(value)) ?? flagsText(names, Number(value)) ?? value.toString();

export function nameOf(names: EnumNames, value: number): string | null {
  for (const [name, member] of names.members) if (member === value) return name;
  return null;
}

function flagsText(names: EnumNames, value: number): string | null {
  if (value === 0) return null;
  let left = BigInt(value);
  const found: string[] = [];
  for (const [name, member] of [...names.members].sort((a, b) => b[1] - a[1])) {
    const bits = BigInt(member);
    if (bits === 0n || (left & bits) !== bits) continue;
    left &= ~bits;
    found.unshift(name);
  }
  return left === 0n ? found.join(", ") : null;
}
