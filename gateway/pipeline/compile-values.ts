import { CompileError, type LateValue, type Value } from "@/policy/catalog/compile";
import type { AttributeDefinition, ElementGrammar } from "@/policy/catalog/define";
import { literalProblem } from "@/policy/check/check-value";
import type { Exchange } from "@/policy/exchange";
import { compileExpression, expressionText } from "@/policy/expression/compile-expression";
import { ExpressionFailure } from "@/policy/expression/expression-failure";
import { isExpression } from "@/policy/expression/is-expression";
import { Fault } from "@/policy/fault";
import { library } from "@/policy/library/library";
import type { PolicyNode } from "@/policy/policy-node";
import { bodiesAtHand, noBodies, type ReadBodies } from "./read-bodies";

/** The policy that values are compiled for, and where they note the bodies that they read. */
export interface ValueOwner {
  readonly policy: string;
  readonly bodies: ReadBodies;
}

/** From a literal, or from what an expression came to. */
export interface Reading<T> {
  literal(text: string): T;
  object(value: unknown): T;
}

/** Told apart from a CompileError, because an expression brings it about while a request runs. */
export class WrongValue extends Error {}

export const asText = <T>(parse: (text: string) => T): Reading<T> => ({
  literal: parse,
  object: (value) => parse(expressionText(value)),
});
export const asObject: Reading<unknown> = { literal: (text) => text, object: (value) => value };

/** An attribute's text, held against its grammar. */
export function attributeReading<T>(
  name: string,
  definition: AttributeDefinition | undefined,
  parse: (text: string) => T,
): (text: string) => T {
  return (given) => {
    if (definition === undefined) return parse(given);
    // A named value or an expression may have brought what no check has seen.
    const problem = literalProblem(given, definition);
    if (problem !== null) throw new WrongValue(`The '${name}' attribute cannot be '${given}'. ${problem}`);
    return parse(definition.type === "string" ? given : given.trim());
  };
}

export function attributeDefinition(
  grammar: ElementGrammar | undefined,
  name: string,
): AttributeDefinition | undefined {
  const attributes = grammar?.attributes;
  if (attributes === undefined || attributes === "any") return undefined;
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

export function toValue<T>(node: PolicyNode, text: string, reading: Reading<T>, owner: ValueOwner): Value<T> {
  if (!isExpression(text)) return { fixed: readNow(node, () => reading.literal(text)) };
  const { evaluate, fixed, reads } = compiled(node, text);
  if (fixed !== undefined) return { fixed: readNow(node, () => reading.object(fixed.value)) };
  owner.bodies.request ||= reads.requestBody;
  owner.bodies.response ||= reads.responseBody;
  const { policy } = owner;
  return {
    evaluate: (exchange) => {
      try {
        return reading.object(evaluate(exchange));
      } catch (error) {
        throw evaluationFailed(policy, error);
      }
    },
  };
}

/** As toValue, for an expression that is asked when its policy has begun: it reads bodies itself. */
export function toLateValue<T>(node: PolicyNode, text: string, reading: Reading<T>, policy: string): LateValue<T> {
  const bodies = noBodies();
  const value = toValue(node, text, reading, { policy, bodies });
  if ("fixed" in value) return () => value.fixed;
  return (exchange: Exchange) => {
    const waiting = bodiesAtHand(exchange, bodies);
    return waiting === null ? value.evaluate(exchange) : waiting.then(() => value.evaluate(exchange));
  };
}

function compiled(node: PolicyNode, text: string) {
  const result = compileExpression(text, library);
  if (result.ok) return result;
  throw new CompileError(node, result.problems[0]?.message ?? "The expression does not compile.");
}

function evaluationFailed(policy: string, error: unknown): unknown {
  if (error instanceof WrongValue) return failed(policy, `Expression evaluation failed. ${error.message}`, error);
  return error instanceof ExpressionFailure ? failed(policy, error.message, error) : error;
}

const failed = (policy: string, message: string, cause: unknown): Fault =>
  new Fault({ source: policy, reason: "ExpressionValueEvaluationFailure", status: 500, message, cause });

function readNow<T>(node: PolicyNode, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof WrongValue ? new CompileError(node, error.message) : error;
  }
}

export function parseBoolean(name: string, text: string): boolean {
  const value = text.trim().toLowerCase();
  if (value === "true" || value === "1") return true;
  if (value === "false" || value === "0") return false;
  throw new WrongValue(`The '${name}' attribute must be 'true' or 'false', not '${text}'.`);
}

export function parseInteger(name: string, text: string): number {
  const value = Number(text.trim());
  if (/^[+-]?\d+$/.test(text.trim()) && Number.isSafeInteger(value)) return value;
  throw new WrongValue(`The '${name}' attribute must be a whole number, not '${text}'.`);
}

export function parseNumber(name: string, text: string): number {
  const value = Number(text.trim());
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw new WrongValue(`The '${name}' attribute must be a number, not '${text}'.`);
}
