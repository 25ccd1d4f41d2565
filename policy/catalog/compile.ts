import type { Exchange, Step } from "@/policy/exchange";
import type { OutgoingCall } from "@/policy/host/outgoing-call";
import type { Side } from "@/policy/message";
import type { PolicyNode } from "@/policy/policy-node";

/** What turns a node of an effective policy into something that runs; one per policy, in its runtime.ts. */
export interface Runtime {
  compile(node: PolicyNode, context: CompileContext): Step;
}

/** A value that is known when the policy is compiled, or one that each request works out. */
export type Value<T> = { readonly fixed: T } | { readonly evaluate: (exchange: Exchange) => T };

/** As a Value, of a moment when bodies may still have to be read. */
export type LateValue<T> = (exchange: Exchange) => T | Promise<T>;

/**
 * What a runtime compiles with. Attributes are read by the grammar of the element that bears them, parts included:
 * a missing one has its default, and one that is not of its type is a CompileError, or a Fault of the request where an
 * expression brought it. Bodies that expressions look into are at hand when the policy's step runs.
 */
export interface CompileContext {
  /** Which message the policy acts on here: decided by the section, or by the policy that it stands in. */
  readonly message: Side;
  text(node: PolicyNode, attribute: string): Value<string> | null;
  boolean(node: PolicyNode, attribute: string): Value<boolean> | null;
  integer(node: PolicyNode, attribute: string): Value<number> | null;
  number(node: PolicyNode, attribute: string): Value<number> | null;
  /** The value with its .NET type, boxed; a literal is a string. */
  object(node: PolicyNode, attribute: string): Value<unknown> | null;
  /** The text inside the element. */
  content(node: PolicyNode): Value<string>;
  /** What is inside the element with its .NET type, boxed; a literal is a string. */
  contentObject(node: PolicyNode): Value<unknown>;
  /** A condition that is asked again after policies have run; the bodies that it looks into are read when it is asked. */
  lateBoolean(node: PolicyNode, attribute: string): LateValue<boolean> | null;
  /** The nodes as one step, run one after the other. */
  sequence(nodes: readonly PolicyNode[], message?: Side): Step;
  /** Runs the policies inside a call, which then act on that call; their expressions see the exchange around it. */
  call(nodes: readonly PolicyNode[]): (exchange: Exchange, call: OutgoingCall) => void | Promise<void>;
}

/** A policy that cannot be run as it stands; the check of a document finds these first. */
export class CompileError extends Error {
  readonly node: PolicyNode;

  constructor(node: PolicyNode, message: string) {
    super(message);
    this.node = node;
  }
}

export function read<T>(value: Value<T>, exchange: Exchange): T {
  return "fixed" in value ? value.fixed : value.evaluate(exchange);
}

/** Of an attribute that may be absent. */
export const readOptional = <T>(value: Value<T> | null, exchange: Exchange): T | null =>
  value === null ? null : read(value, exchange);

/** For options that no expression may set. */
export function fixed<T>(node: PolicyNode, value: Value<T>): T {
  if ("fixed" in value) return value.fixed;
  throw new CompileError(node, `'${node.name}' does not allow an expression here.`);
}

export const fixedOptional = <T>(node: PolicyNode, value: Value<T> | null): T | null =>
  value === null ? null : fixed(node, value);

/** Of an attribute that the grammar requires. */
export function required<T>(node: PolicyNode, attribute: string, value: Value<T> | null): Value<T> {
  if (value === null) throw new CompileError(node, `The required attribute '${attribute}' is missing.`);
  return value;
}

/** The first part of that name. */
export const partNamed = (node: PolicyNode, name: string): PolicyNode | undefined =>
  node.children.find((child) => child.name === name);

export const partsNamed = (node: PolicyNode, name: string): PolicyNode[] =>
  node.children.filter((child) => child.name === name);

/** A part that the grammar requires. */
export function requiredPart(node: PolicyNode, name: string): PolicyNode {
  const part = partNamed(node, name);
  if (part === undefined) throw new CompileError(node, `The required element '${name}' is missing.`);
  return part;
}
