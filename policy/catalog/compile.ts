import type { Exchange, Step } from "@/policy/exchange";
import type { PolicyNode } from "@/policy/policy-node";

/** What turns a node of an effective policy into something that runs; one per policy, in its runtime.ts. */
export interface Runtime {
  compile(node: PolicyNode, context: CompileContext): Step;
}

/** A value that is known when the policy is compiled, or one that each request works out. */
export type Value<T> = { readonly fixed: T } | { readonly evaluate: (exchange: Exchange) => T };

export interface CompileContext {
  /** Which message the policy acts on here: decided by the section, or by the policy that it stands in. */
  readonly message: "request" | "response";
  /** The attribute, or its default; throws a CompileError when it is not of its type. */
  text(node: PolicyNode, attribute: string): Value<string> | null;
  boolean(node: PolicyNode, attribute: string): Value<boolean> | null;
  integer(node: PolicyNode, attribute: string): Value<number> | null;
  /** The text inside the element. */
  content(node: PolicyNode): Value<string>;
  /** The nodes as one step, run one after the other. */
  sequence(nodes: readonly PolicyNode[], message?: "request" | "response"): Step;
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

/** For options that no expression may set. */
export function fixed<T>(node: PolicyNode, value: Value<T>): T {
  if ("fixed" in value) return value.fixed;
  throw new CompileError(node, `'${node.name}' does not allow an expression here.`);
}
