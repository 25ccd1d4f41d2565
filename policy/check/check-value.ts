import type { AttributeDefinition, TextDefinition, ValueType } from "@/policy/catalog/define";

const number = (pattern: RegExp, low: number, high: number) => (value: string, min: number, max: number) => {
  if (!pattern.test(value)) return "It is not a whole number.";
  const parsed = Number(value);
  if (parsed < Math.max(low, min) || parsed > Math.min(high, max)) {
    return `It must be between ${Math.max(low, min)} and ${Math.min(high, max)}.`;
  }
  return null;
};
const decimal = (value: string, min: number, max: number) => {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value)) return "It is not a number.";
  if (!Number.isFinite(Number(value))) return "It is too large.";
  return Number(value) < min || Number(value) > max ? `It must be between ${min} and ${max}.` : null;
};
const whole = /^[+-]?\d+$/;
const { MAX_SAFE_INTEGER, MIN_SAFE_INTEGER } = Number;

const validators: Record<ValueType, (value: string, min: number, max: number) => string | null> = {
  string: () => null,
  enum: () => null,
  boolean: (value) => (/^(true|false|1|0)$/i.test(value) ? null : "It must be 'true' or 'false'."),
  int32: number(whole, -(2 ** 31), 2 ** 31 - 1),
  int64: number(whole, MIN_SAFE_INTEGER, MAX_SAFE_INTEGER),
  uint32: number(whole, 0, 2 ** 32 - 1),
  integer: number(whole, MIN_SAFE_INTEGER, MAX_SAFE_INTEGER),
  positiveInteger: number(whole, 1, MAX_SAFE_INTEGER),
  nonNegativeInteger: number(whole, 0, MAX_SAFE_INTEGER),
  float: decimal,
  double: decimal,
  dateTime: (value) => (Number.isNaN(Date.parse(value)) ? "It is not a date and time." : null),
};

/** As literalProblem, and what the definition itself says of values of the type. */
export const valueProblem = (literal: string, definition: AttributeDefinition | TextDefinition): string | null =>
  literalProblem(literal, definition) ?? definition.problem?.(literal) ?? null;

/** Why a literal is not of its type, or null. */
export function literalProblem(literal: string, definition: AttributeDefinition | TextDefinition): string | null {
  const value = definition.type === "string" ? literal : literal.trim();
  if (definition.allowed !== undefined && !definition.allowed.includes(value)) {
    return `It must be one of ${definition.allowed.map((allowed) => `'${allowed}'`).join(", ")}.`;
  }
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = definition;
  return validators[definition.type](value, min, max);
}
