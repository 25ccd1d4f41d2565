import type { BoundStatement } from "@/policy/expression/bind/bound";
import { isByteArray, toBoxed, toRaw } from "@/policy/expression/emit/representation";
import { isInstance } from "@/policy/expression/emit/runtime-types";
import { boxChar } from "@/policy/expression/values/boxed";
import { tick } from "@/policy/expression/values/budget";
import { NetArray } from "@/policy/expression/values/net-array";
import { NetException, nullReference } from "@/policy/expression/values/net-exception";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import type { Completion } from "./completion";
import { callFunction } from "./evaluate-call";
import { matches } from "./evaluate-pattern";
import type { Machine } from "./machine";
import { Scope } from "./scope";

type Of<K extends BoundStatement["kind"]> = Extract<BoundStatement, { kind: K }>;

const normal: Completion = { kind: "normal" };

export function run(machine: Machine, scope: Scope, node: BoundStatement): Completion {
  switch (node.kind) {
    case "block":
      return runAll(machine, new Scope(scope), node.statements);
    case "local":
      scope.declare(node.symbol, node.value === null ? null : machine.evaluate(scope, node.value));
      return normal;
    case "expression":
      machine.evaluate(scope, node.expression);
      return normal;
    case "if": {
      if (machine.evaluate(scope, node.condition)) return run(machine, new Scope(scope), node.then);
      return node.else === null ? normal : run(machine, new Scope(scope), node.else);
    }
    case "for":
      return runFor(machine, new Scope(scope), node);
    case "foreach":
      return runForEach(machine, scope, node);
    case "while":
      return runWhile(machine, scope, node);
    case "do":
      return runDo(machine, scope, node);
    case "switch":
      return runSwitch(machine, new Scope(scope), node);
    case "break":
      return { kind: "break" };
    case "continue":
      return { kind: "continue" };
    case "goto-case":
      return { kind: "goto", section: node.section };
    case "return": {
      if (node.value === null) return { kind: "return", value: null };
      const value = machine.evaluate(scope, node.value);
      return { kind: "return", value: machine.returnsBoxed ? toBoxed(value, node.value.type) : value };
    }
    case "throw":
      if (node.value === null) throw machine.caught;
      throw machine.evaluate(scope, node.value) ?? nullReference();
    case "try":
      return runTry(machine, scope, node);
    case "using":
      return runUsing(machine, new Scope(scope), node);
    case "local-function":
      return normal;
  }
}

/** Local functions are there before the first statement runs. */
export function runAll(machine: Machine, scope: Scope, list: readonly BoundStatement[]): Completion {
  for (const one of list)
    if (one.kind === "local-function")
      scope.declare(one.function, (...args: unknown[]) => callFunction(machine, scope, one, args));
  for (const one of list) {
    const completion = run(machine, scope, one);
    if (completion.kind !== "normal") return completion;
  }
  return normal;
}

const leaves = (completion: Completion): boolean => completion.kind === "return" || completion.kind === "goto";

function runFor(machine: Machine, scope: Scope, node: Of<"for">): Completion {
  for (const one of node.initializers) run(machine, scope, one);
  while (node.condition === null || machine.evaluate(scope, node.condition)) {
    tick();
    const completion = run(machine, new Scope(scope), node.body);
    if (leaves(completion)) return completion;
    if (completion.kind === "break") break;
    for (const one of node.incrementors) machine.evaluate(scope, one);
  }
  return normal;
}

function runWhile(machine: Machine, scope: Scope, node: Of<"while">): Completion {
  for (;;) {
    tick();
    const round = new Scope(scope);
    if (!machine.evaluate(round, node.condition)) return normal;
    const completion = run(machine, round, node.body);
    if (leaves(completion)) return completion;
    if (completion.kind === "break") return normal;
  }
}

function runDo(machine: Machine, scope: Scope, node: Of<"do">): Completion {
  do {
    tick();
    const completion = run(machine, new Scope(scope), node.body);
    if (leaves(completion)) return completion;
    if (completion.kind === "break") break;
  } while (machine.evaluate(scope, node.condition));
  return normal;
}

function elements(collection: unknown, node: Of<"foreach">): Iterable<unknown> {
  if (collection === null) throw nullReference();
  if (typeof collection === "string")
    return [...Array(collection.length)].map((_, at) => boxChar(collection.charCodeAt(at)));
  if (isByteArray(node.collection.type))
    return Array.from(collection as Uint8Array, (byte) => toBoxed(byte, node.placeholder.type));
  return collection instanceof NetArray ? collection.items : enumerate(collection);
}

function runForEach(machine: Machine, scope: Scope, node: Of<"foreach">): Completion {
  for (const element of elements(machine.evaluate(scope, node.collection), node)) {
    tick();
    const round = new Scope(scope);
    round.declare(node.placeholder, toRaw(element, node.placeholder.type));
    round.declare(node.symbol, machine.evaluate(round, node.convert));
    const completion = run(machine, round, node.body);
    if (leaves(completion)) return completion;
    if (completion.kind === "break") break;
  }
  return normal;
}

function chooseSection(machine: Machine, scope: Scope, node: Of<"switch">, value: unknown): number {
  for (const [at, section] of node.sections.entries()) {
    for (const { pattern, when } of section.labels) {
      if (pattern === null || !matches(machine, scope, value, node.value.type, pattern)) continue;
      if (when === null || machine.evaluate(scope, when)) return at;
    }
  }
  return node.sections.findIndex((section) => section.labels.some(({ pattern }) => pattern === null));
}

function runSwitch(machine: Machine, scope: Scope, node: Of<"switch">): Completion {
  let at = chooseSection(machine, scope, node, machine.evaluate(scope, node.value));
  for (;;) {
    tick();
    const section = node.sections[at];
    if (section === undefined) return normal;
    const completion = runAll(machine, scope, section.statements);
    if (completion.kind === "break") return normal;
    if (completion.kind !== "goto") return completion;
    at = completion.section;
  }
}

function runTry(machine: Machine, scope: Scope, node: Of<"try">): Completion {
  let completion: Completion;
  try {
    completion = runCaught(machine, scope, node);
  } catch (error) {
    // What is no exception of .NET ends everything.
    if (error instanceof NetException && node.finally !== null) run(machine, scope, node.finally);
    throw error;
  }
  if (node.finally !== null) run(machine, scope, node.finally);
  return completion;
}

function runCaught(machine: Machine, scope: Scope, node: Of<"try">): Completion {
  try {
    return run(machine, scope, node.block);
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    for (const { type, symbol, when, block } of node.catches) {
      if (type !== null && !isInstance(machine.table, error, type)) continue;
      const inner = new Scope(scope);
      if (symbol !== null) inner.declare(symbol, error);
      if (when !== null && !filtered(() => machine.evaluate(inner, when))) continue;
      return run(machine.catching(error), inner, block);
    }
    throw error;
  }
}

function filtered(condition: () => unknown): boolean {
  try {
    return condition() === true;
  } catch (error) {
    if (error instanceof NetException) return false;
    throw error;
  }
}

function runUsing(machine: Machine, scope: Scope, node: Of<"using">): Completion {
  const value = machine.evaluate(scope, node.value);
  scope.declare(node.symbol, value);
  const dispose = () => {
    if (value !== null && node.dispose !== null) machine.evaluate(scope, node.dispose);
  };
  let completion: Completion;
  try {
    completion = run(machine, new Scope(scope), node.body);
  } catch (error) {
    if (error instanceof NetException) dispose();
    throw error;
  }
  dispose();
  return completion;
}
