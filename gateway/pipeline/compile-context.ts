import { type CompileContext, CompileError, type Value } from "@/policy/catalog/compile";
import type { AttributeDefinition } from "@/policy/catalog/define";
import { definitionOf, type PolicyName } from "@/policy/catalog/definitions";
import { runtimes } from "@/policy/catalog/runtimes";
import type { Step } from "@/policy/exchange";
import { compileExpression, isExpression } from "@/policy/expression/compile";
import { Fault } from "@/policy/fault";
import type { PolicyNode } from "@/policy/policy-node";
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
    boolean: (node, name) => attribute(node, name, (text) => parseBoolean(node, name, text)),
    integer: (node, name) => attribute(node, name, (text) => parseInteger(node, name, text)),
    content: (node) => toValue(node, node.text, (text) => text),
    sequence: (nodes, side = message) => compileSequence(nodes, side),
  };
}

function compileNode(node: PolicyNode, context: CompileContext): Step {
  const lost = unreadableIn(node);
  if (lost !== null) return () => failClosed(node, lost);
  const runtime = Object.hasOwn(runtimes, node.name) ? runtimes[node.name as PolicyName] : undefined;
  if (runtime === undefined) throw new CompileError(node, `policy '${node.name}' is not available.`);
  return runtime.compile(node, context);
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
  const text = node.attributes.get(name) ?? attributes[name]?.default;
  return text === undefined ? null : toValue(node, text, parse);
}

function toValue<T>(node: PolicyNode, text: string, parse: (text: string) => T): Value<T> {
  if (!isExpression(text)) return { fixed: parse(text) };
  const compiled = compileExpression(text);
  if (!compiled.ok) throw new CompileError(node, "Expressions of this form are not supported yet by this version.");
  if (compiled.fixed !== undefined) return { fixed: parse(String(compiled.fixed.value)) };
  return { evaluate: (exchange) => parse(String(compiled.evaluate(exchange))) };
}

function parseBoolean(node: PolicyNode, name: string, text: string): boolean {
  const value = text.trim().toLowerCase();
  if (value === "true" || value === "1") return true;
  if (value === "false" || value === "0") return false;
  throw new CompileError(node, `The '${name}' attribute must be 'true' or 'false'.`);
}

function parseInteger(node: PolicyNode, name: string, text: string): number {
  const value = Number(text.trim());
  if (/^[+-]?\d+$/.test(text.trim()) && Number.isSafeInteger(value)) return value;
  throw new CompileError(node, `The '${name}' attribute must be a whole number.`);
}
