import { type CompileContext, CompileError, type Value } from "@/policy/catalog/compile";
import type { AttributeDefinition } from "@/policy/catalog/define";
import { definitionOf } from "@/policy/catalog/definitions";
import type { RunnableName } from "@/policy/catalog/runnable";
import { runtimes } from "@/policy/catalog/runtimes";
import { literalProblem } from "@/policy/check/check-value";
import type { Step } from "@/policy/exchange";
import { compileExpression, expressionText } from "@/policy/expression/compile-expression";
import { ExpressionFailure } from "@/policy/expression/expression-failure";
import { isExpression } from "@/policy/expression/is-expression";
import { Fault } from "@/policy/fault";
import { library } from "@/policy/library/library";
import type { PolicyNode } from "@/policy/policy-node";
import { noBodies, type ReadBodies, readsBodies, withBodies } from "./read-bodies";
import { sequence } from "./sequence";

type Side = "request" | "response";

/** Compiles nodes of one section into one step. */
export function compileSequence(nodes: readonly PolicyNode[], message: Side): Step {
  const context = contextFor(message);
  const steps = nodes.map((node) => compileNode(node, context));
  return sequence(steps, nodes);
}

const contexts: Record<Side, CompileContext> = { request: makeContext("request"), response: makeContext("response") };
const contextFor = (message: Side): CompileContext => contexts[message];

function makeContext(message: Side): CompileContext {
  return {
    message,
    text: (node, name) => attribute(node, name, (text) => text),
    boolean: (node, name) => attribute(node, name, (text) => parseBoolean(name, text)),
    integer: (node, name) => attribute(node, name, (text) => parseInteger(name, text)),
    content: (node) => toValue(node, node.text, (text) => text),
    sequence: (nodes, side = message) => compileSequence(nodes, side),
  };
}

/** The policy being compiled, and the bodies that its expressions read; policies inside it have their own. */
interface Compiling {
  readonly policy: string;
  readonly bodies: ReadBodies;
}
let compiling: Compiling = { policy: "", bodies: noBodies() };

function compileNode(node: PolicyNode, context: CompileContext): Step {
  const lost = unreadableIn(node);
  if (lost !== null) return () => failClosed(node, lost);
  const runtime = Object.hasOwn(runtimes, node.name) ? runtimes[node.name as RunnableName] : undefined;
  if (runtime === undefined) throw new CompileError(node, `policy '${node.name}' is not available.`);
  const outer = compiling;
  const bodies = noBodies();
  compiling = { policy: node.name, bodies };
  try {
    const step = runtime.compile(node, context);
    return readsBodies(bodies) ? withBodies(step, bodies) : step;
  } finally {
    compiling = outer;
  }
}

/** Policies inside are compiled, and looked at, on their own. */
function unreadableIn(node: PolicyNode): string | null {
  if (node.unreadable !== null) return node.unreadable;
  for (const child of node.children) {
    const name = definitionOf(child.name) === undefined ? unreadableIn(child) : null;
    if (name !== null) return name;
  }
  return null;
}

function failClosed(node: PolicyNode, namedValue: string): never {
  const message = `The named value '${namedValue}' could not be read from its source.`;
  throw new Fault({ source: node.name, reason: "NamedValueUnavailable", status: 500, message });
}

function attribute<T>(node: PolicyNode, name: string, parse: (text: string) => T): Value<T> | null {
  const attributes: Readonly<Record<string, AttributeDefinition>> = definitionOf(node.name)?.attributes ?? {};
  const definition = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  const text = node.attributes.get(name) ?? definition?.default;
  if (text === undefined) return null;
  return toValue(node, text, (given) => {
    if (definition === undefined) return parse(given);
    // A named value or an expression may have brought what no check has seen.
    const problem = literalProblem(given, definition);
    if (problem !== null) throw new WrongValue(`The '${name}' attribute cannot be '${given}'. ${problem}`);
    return parse(definition.type === "string" ? given : given.trim());
  });
}

/** Told apart from a CompileError, because an expression brings it about while a request runs. */
class WrongValue extends Error {}

function toValue<T>(node: PolicyNode, text: string, parse: (text: string) => T): Value<T> {
  if (!isExpression(text)) return { fixed: parsedNow(node, text, parse) };
  const compiled = compileExpression(text, library);
  if (!compiled.ok) throw new CompileError(node, compiled.problems[0]?.message ?? "The expression does not compile.");
  const { evaluate, fixed, reads } = compiled;
  if (fixed !== undefined) return { fixed: parsedNow(node, expressionText(fixed.value), parse) };
  const { policy, bodies } = compiling;
  bodies.request ||= reads.requestBody;
  bodies.response ||= reads.responseBody;
  return {
    evaluate: (exchange) => {
      try {
        return parse(expressionText(evaluate(exchange)));
      } catch (error) {
        if (error instanceof WrongValue) throw failed(policy, `Expression evaluation failed. ${error.message}`, error);
        if (error instanceof ExpressionFailure) throw failed(policy, error.message, error);
        throw error;
      }
    },
  };
}

const failed = (policy: string, message: string, cause: unknown): Fault =>
  new Fault({ source: policy, reason: "ExpressionValueEvaluationFailure", status: 500, message, cause });

function parsedNow<T>(node: PolicyNode, text: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    throw error instanceof WrongValue ? new CompileError(node, error.message) : error;
  }
}

function parseBoolean(name: string, text: string): boolean {
  const value = text.trim().toLowerCase();
  if (value === "true" || value === "1") return true;
  if (value === "false" || value === "0") return false;
  throw new WrongValue(`The '${name}' attribute must be 'true' or 'false', not '${text}'.`);
}

function parseInteger(name: string, text: string): number {
  const value = Number(text.trim());
  if (/^[+-]?\d+$/.test(text.trim()) && Number.isSafeInteger(value)) return value;
  throw new WrongValue(`The '${name}' attribute must be a whole number, not '${text}'.`);
}
