import { converts } from "./conversions";
import { invokeOf } from "./members";
import type { Type, TypeParameter } from "./type";
import { baseOf, interfacesOf, isReferenceType } from "./type-relations";
import type { TypeTable } from "./type-table";

type Direction = "exact" | "lower" | "upper";

/** What is known of the type parameters of a method while they are inferred. */
export class Bounds {
  readonly #table: TypeTable;
  readonly fixed = new Map<Type, Type>();
  readonly #unfixed = new Map<Type, Record<Direction, Set<Type>>>();

  constructor(table: TypeTable, parameters: readonly TypeParameter[]) {
    this.#table = table;
    for (const parameter of parameters) {
      this.#unfixed.set(parameter, { exact: new Set(), lower: new Set(), upper: new Set() });
    }
  }

  get unfixed(): readonly Type[] {
    return [...this.#unfixed.keys()];
  }

  has(parameter: Type): boolean {
    const bounds = this.#unfixed.get(parameter);
    return bounds !== undefined && bounds.exact.size + bounds.lower.size + bounds.upper.size > 0;
  }

  mentionsUnfixed(type: Type): boolean {
    switch (type.kind) {
      case "parameter":
        return this.#unfixed.has(type);
      case "array":
        return this.mentionsUnfixed(type.element);
      case "named":
        return type.arguments.some((argument) => this.mentionsUnfixed(argument));
      default:
        return false;
    }
  }

  /** Learns from a type `from` being given where `to` is wanted. */
  infer(direction: Direction, from: Type, to: Type): void {
    if ((from.kind === "special" && from.name !== "error") || !this.mentionsUnfixed(to)) return;
    const bounds = this.#unfixed.get(to);
    if (bounds !== undefined) {
      bounds[direction].add(from);
      return;
    }
    if (to.kind === "array") {
      if (from.kind === "array") this.#inferElement(direction, from.element, to.element);
      return;
    }
    if (to.kind !== "named") return;
    if (direction === "lower" && from.kind === "array") {
      const [wanted] = to.arguments;
      const fits =
        wanted !== undefined && interfacesOf(this.#table, from).some((one) => one.definition === to.definition);
      if (fits) this.#inferElement("lower", from.element, wanted);
      return;
    }
    const given = this.#constructed(direction, from, to);
    if (given === null) return;
    for (const [at, wanted] of to.arguments.entries()) {
      const argument = given[at] as Type;
      const variance = to.definition.variance[at] ?? null;
      if (direction === "exact" || variance === null || !isReferenceType(argument))
        this.infer("exact", argument, wanted);
      else this.infer(variance === "out" ? direction : opposite(direction), argument, wanted);
    }
  }

  #inferElement(direction: Direction, from: Type, to: Type): void {
    this.infer(isReferenceType(from) ? direction : "exact", from, to);
  }

  /** The arguments with which `from`, or what it derives from, is constructed of the definition of `to`. */
  #constructed(direction: Direction, from: Type, to: Extract<Type, { kind: "named" }>): readonly Type[] | null {
    if (from.kind === "named" && from.definition === to.definition) return from.arguments;
    if (direction !== "lower") return null;
    for (let base = baseOf(this.#table, from); base !== null; base = baseOf(this.#table, base)) {
      if (base.definition === to.definition) return base.arguments;
    }
    const all = interfacesOf(this.#table, from).filter((one) => one.definition === to.definition);
    return all.length === 1 ? (all[0]?.arguments ?? null) : null;
  }

  /** False where the bounds contradict each other or there are none. */
  fix(parameter: Type): boolean {
    const bounds = this.#unfixed.get(parameter);
    if (bounds === undefined) return true;
    const type = bestOf(this.#table, bounds);
    if (type === null) return false;
    this.#unfixed.delete(parameter);
    this.fixed.set(parameter, type);
    return true;
  }

  /** A delegate type's parameters, if `type` is one. */
  inputs(type: Type): readonly Type[] {
    return invokeOf(this.#table, type)?.parameters.map((parameter) => parameter.type) ?? [];
  }
}

const opposite = (direction: Direction): Direction =>
  direction === "lower" ? "upper" : direction === "upper" ? "lower" : "exact";

function bestOf(table: TypeTable, bounds: Record<Direction, ReadonlySet<Type>>): Type | null {
  const all = new Set([...bounds.exact, ...bounds.lower, ...bounds.upper]);
  const candidates = [...all].filter(
    (one) =>
      [...bounds.exact].every((exact) => exact === one) &&
      [...bounds.lower].every((lower) => converts(table, lower, one)) &&
      [...bounds.upper].every((upper) => converts(table, one, upper)),
  );
  if (candidates.includes(table.known.error))
    return candidates.find((one) => one !== table.known.error) ?? table.known.error;
  const best = candidates.filter((one) => candidates.every((other) => converts(table, other, one)));
  return best.length === 1 ? (best[0] ?? null) : null;
}

/** The one type that all convert to. */
export const commonTypeOf = (table: TypeTable, types: readonly Type[]): Type | null =>
  bestOf(table, { exact: new Set(), lower: new Set(types), upper: new Set() });
