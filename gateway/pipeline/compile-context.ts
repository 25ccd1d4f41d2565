import { type CompileContext, CompileError, type LateValue, type Value } from "@/policy/catalog/compile";
import type { ElementGrammar } from "@/policy/catalog/define";
import { definitionOf, type StepName } from "@/policy/catalog/definitions";
import { childGrammar } from "@/policy/catalog/grammar-in";
import { runtimes } from "@/policy/catalog/runtimes";
import type { Exchange, Step } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { OutgoingCall } from "@/policy/host/outgoing-call";
import type { Side } from "@/policy/message";
import type { PolicyNode } from "@/policy/policy-node";
import {
  asObject,
  asText,
  attributeDefinition,
  attributeReading,
  parseBoolean,
  parseInteger,
  parseNumber,
  type Reading,
  toLateValue,
  toValue,
  type ValueOwner,
} from "./compile-values";
import { noBodies, readsBodies, withBodies } from "./read-bodies";
import { located, sequence } from "./sequence";

/** Put around each policy's step, as by a trace. */
export type Watch = (step: Step, node: PolicyNode) => Step;

/** Compiles nodes of one section into one step. */
export function compileSequence(nodes: readonly PolicyNode[], message: Side, watch: Watch | null = null): Step {
  return new Compiler(watch).sequence(nodes, message);
}

class Compiler {
  readonly #watch: Watch | null;
  readonly #contexts = new Map<Side, CompileContext>();
  readonly #grammars = new Map<PolicyNode, ElementGrammar>();
  /** The policy being compiled; policies inside it are owners of their own, but for those of a call. */
  #owner: ValueOwner = { policy: "", bodies: noBodies() };

  constructor(watch: Watch | null) {
    this.#watch = watch;
  }

  sequence(nodes: readonly PolicyNode[], message: Side): Step {
    return sequence(
      nodes.map((node) => this.#step(node, message)),
      nodes,
    );
  }

  #step(node: PolicyNode, message: Side): Step {
    const lost = unreadableIn(node);
    if (lost !== null) return this.#watched(() => failClosed(node, lost), node);
    const bodies = noBodies();
    const step = this.#compile(node, message, { policy: node.name, bodies });
    return this.#watched(readsBodies(bodies) ? withBodies(step, bodies) : step, node);
  }

  #watched(step: Step, node: PolicyNode): Step {
    return this.#watch === null ? step : this.#watch(step, node);
  }

  #compile(node: PolicyNode, message: Side, owner: ValueOwner): Step {
    const runtime = Object.hasOwn(runtimes, node.name) ? runtimes[node.name as StepName] : undefined;
    if (runtime === undefined) throw new CompileError(node, `policy '${node.name}' is not available.`);
    this.#noteGrammar(node, definitionOf(node.name) ?? null);
    const outer = this.#owner;
    this.#owner = owner;
    try {
      return runtime.compile(node, this.#context(message));
    } finally {
      this.#owner = outer;
    }
  }

  /** Of a policy and of the parts it is made of. */
  #noteGrammar(node: PolicyNode, grammar: ElementGrammar | null): void {
    if (grammar === null) return;
    this.#grammars.set(node, grammar);
    if (typeof grammar.children !== "object") return;
    for (const child of node.children) this.#noteGrammar(child, childGrammar(grammar, child.name));
  }

  #context(message: Side): CompileContext {
    const made = this.#contexts.get(message) ?? this.#makeContext(message);
    this.#contexts.set(message, made);
    return made;
  }

  #makeContext(message: Side): CompileContext {
    return {
      message,
      text: (node, name) => this.#attribute(node, name, (text) => text),
      boolean: (node, name) => this.#attribute(node, name, (text) => parseBoolean(name, text)),
      integer: (node, name) => this.#attribute(node, name, (text) => parseInteger(name, text)),
      number: (node, name) => this.#attribute(node, name, (text) => parseNumber(name, text)),
      object: (node, name) => {
        const text = this.#textOf(node, name);
        return text === undefined ? null : this.#value(node, text, asObject);
      },
      content: (node) =>
        this.#value(
          node,
          node.text,
          asText((text) => text),
        ),
      contentObject: (node) => this.#value(node, node.text, asObject),
      lateBoolean: (node, name) => this.#lateBoolean(node, name),
      sequence: (nodes, side = message) => this.sequence(nodes, side),
      call: (nodes) => this.#call(nodes),
    };
  }

  #textOf(node: PolicyNode, name: string): string | undefined {
    return node.attributes.get(name) ?? attributeDefinition(this.#grammars.get(node), name)?.default;
  }

  #attribute<T>(node: PolicyNode, name: string, parse: (text: string) => T): Value<T> | null {
    const text = this.#textOf(node, name);
    if (text === undefined) return null;
    const definition = attributeDefinition(this.#grammars.get(node), name);
    return this.#value(node, text, asText(attributeReading(name, definition, parse)));
  }

  #value<T>(node: PolicyNode, text: string, reading: Reading<T>): Value<T> {
    return toValue(node, text, reading, this.#owner);
  }

  #lateBoolean(node: PolicyNode, name: string): LateValue<boolean> | null {
    const text = this.#textOf(node, name);
    if (text === undefined) return null;
    return toLateValue(
      node,
      text,
      asText((given) => parseBoolean(name, given)),
      this.#owner.policy,
    );
  }

  /** Their bodies are read before the policy around them runs, so that nothing waits while `exchange.call` is theirs. */
  #call(nodes: readonly PolicyNode[]): (exchange: Exchange, call: OutgoingCall) => void | Promise<void> {
    const { bodies } = this.#owner;
    const steps = nodes.map((node) => {
      const lost = unreadableIn(node);
      const step =
        lost === null ? this.#compile(node, "call", { policy: node.name, bodies }) : () => failClosed(node, lost);
      return this.#watched(step, node);
    });
    const run = (exchange: Exchange, call: OutgoingCall, from: number): void | Promise<void> => {
      for (let index = from; index < steps.length; index++) {
        const node = nodes[index] as PolicyNode;
        exchange.call = call;
        try {
          const flow = (steps[index] as Step)(exchange);
          if (typeof flow === "number") continue;
          return flow.then(
            () => run(exchange, call, index + 1),
            (error) => {
              throw located(error, node, exchange);
            },
          );
        } catch (error) {
          throw located(error, node, exchange);
        } finally {
          exchange.call = null;
        }
      }
    };
    return (exchange, call) => run(exchange, call, 0);
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
