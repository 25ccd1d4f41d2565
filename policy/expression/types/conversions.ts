import type { ConversionKind } from "@/policy/expression/bind/bound";
import { perTable } from "./per-table";
import { remember } from "./remember";
import { standardExplicit, standardImplicit } from "./standard-conversions";
import type { Type } from "./type";
import type { Constant, Method } from "./type-definition";
import type { TypeTable } from "./type-table";
import { userConversion } from "./user-conversions";

/**
 * One node to wrap around the operand, whose type becomes `to`. An "operator" is a call of a user-defined conversion;
 * lifted, it is called on the value of a Nullable operand that is not null, and null (of type `to`) stays null.
 */
export type ConversionStep =
  | { readonly kind: ConversionKind; readonly to: Type }
  | { readonly kind: "operator"; readonly method: Method; readonly to: Type; readonly lifted: boolean };

export interface Conversion {
  readonly isImplicit: boolean;
  readonly isUserDefined: boolean;
  /** From the operand outwards; empty for identity. */
  readonly steps: readonly ConversionStep[];
}

type Kept = Map<Type, Map<Type, Conversion | null>>;
const kept = perTable((): { implicit: Kept; explicit: Kept } => ({ implicit: new Map(), explicit: new Map() }));

function remembered(cache: Kept, from: Type, to: Type, find: () => Conversion | null): Conversion | null {
  return remember(
    remember(cache, from, () => new Map()),
    to,
    find,
  );
}

/** null where there is none. `constant` is that of the operand, for 1 to byte and 0 to an enum. */
export function implicitConversion(table: TypeTable, from: Type, to: Type, constant?: Constant): Conversion | null {
  const general = remembered(kept(table).implicit, from, to, () => findImplicit(table, from, to, undefined));
  if (general !== null || constant === undefined || constant === null) return general;
  return typeof constant === "number" || typeof constant === "bigint" ? findImplicit(table, from, to, constant) : null;
}

function findImplicit(table: TypeTable, from: Type, to: Type, constant: Constant | undefined): Conversion | null {
  const steps = standardImplicit(table, from, to, constant);
  if (steps !== null) return { isImplicit: true, isUserDefined: false, steps };
  return userConversion(table, from, to, constant, false);
}

/** What a cast may do: every implicit conversion and those that may fail. */
export function explicitConversion(table: TypeTable, from: Type, to: Type, constant?: Constant): Conversion | null {
  const implicit = implicitConversion(table, from, to, constant);
  if (implicit !== null) return implicit;
  return remembered(kept(table).explicit, from, to, () => {
    const steps = standardExplicit(table, from, to, constant);
    if (steps !== null) return { isImplicit: false, isUserDefined: false, steps };
    return userConversion(table, from, to, constant, true);
  });
}

export const converts = (table: TypeTable, from: Type, to: Type, constant?: Constant): boolean =>
  implicitConversion(table, from, to, constant) !== null;
