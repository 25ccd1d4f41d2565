import type { Decimal } from "@/policy/kits/numbers/decimal";

export const add = (a: Decimal, b: Decimal): Decimal => a.add(b);
export const subtract = (a: Decimal, b: Decimal): Decimal => a.subtract(b);
export const multiply = (a: Decimal, b: Decimal): Decimal => a.multiply(b);
export const divide = (a: Decimal, b: Decimal): Decimal => a.divide(b);
export const remainder = (a: Decimal, b: Decimal): Decimal => a.remainder(b);
export const negate = (a: Decimal): Decimal => a.negate();
export const compare = (a: Decimal, b: Decimal): number => a.compareTo(b);
