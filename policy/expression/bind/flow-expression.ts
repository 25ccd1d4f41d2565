import type { BoundArgument, BoundExpression, BoundTarget } from "./bound";
import { childrenOf } from "./children";
import { type Assigned, type FlowState, unreachable } from "./flow-state";

/** Follows an expression in the order of its evaluation. */
export function followExpression(flow: FlowState, node: BoundExpression): void {
  switch (node.kind) {
    case "local":
      flow.read(node.symbol, node);
      break;
    case "logical":
    case "is": {
      const [yes, no] = followCondition(flow, node);
      flow.now = yes & no;
      break;
    }
    case "unary": {
      const [yes, no] = node.operator === "!" ? followCondition(flow, node) : plainly(flow, node.operand);
      flow.now = yes & no;
      break;
    }
    case "conditional": {
      const [yes, no] = followCondition(flow, node.condition);
      flow.now = yes;
      followExpression(flow, node.whenTrue);
      const after = flow.now;
      flow.now = no;
      followExpression(flow, node.whenFalse);
      flow.now &= after;
      break;
    }
    case "coalesce":
      followExpression(flow, node.left);
      maybe(flow, node.right);
      break;
    case "conditional-access":
      followExpression(flow, node.receiver);
      maybe(flow, node.access);
      break;
    case "assignment":
      followParts(flow, node.target);
      followExpression(flow, node.value);
      write(flow, node.target);
      break;
    case "compound-assignment":
      if (node.target.kind === "local") flow.read(node.target.symbol, node.target);
      else followParts(flow, node.target);
      followExpression(flow, node.result);
      break;
    case "call":
    case "delegate-call":
    case "local-call":
    case "new":
      followCall(flow, node);
      break;
    case "lambda": {
      const { now, exits, outs } = flow;
      Object.assign(flow, { exits: [], outs: [] });
      flow.follow(node.body);
      Object.assign(flow, { now, exits, outs });
      break;
    }
    case "throw-expression":
      followExpression(flow, node.operand);
      flow.now = unreachable;
      break;
    default:
      for (const child of childrenOf(node)) followExpression(flow, child);
  }
}

/** What may not be evaluated at all assigns nothing for sure. */
function maybe(flow: FlowState, node: BoundExpression): void {
  const before = flow.now;
  followExpression(flow, node);
  flow.now = before;
}

function plainly(flow: FlowState, node: BoundExpression): [Assigned, Assigned] {
  followExpression(flow, node);
  return [flow.now, flow.now];
}

function followParts(flow: FlowState, target: BoundTarget): void {
  if (target.kind === "local" || target.kind === "discard") return;
  for (const child of childrenOf(target)) followExpression(flow, child);
}

function write(flow: FlowState, target: BoundTarget | BoundExpression): void {
  if (target.kind === "local") flow.assign(target.symbol);
}

type Call = Extract<BoundExpression, { kind: "call" | "delegate-call" | "local-call" | "new" }>;

function followCall(flow: FlowState, node: Call): void {
  if (node.kind === "call" && node.receiver !== null) followExpression(flow, node.receiver);
  if (node.kind === "delegate-call") followExpression(flow, node.target);
  const outs: BoundArgument[] = [];
  for (const argument of node.arguments) {
    const { value } = argument;
    if (argument.modifier === "out") outs.push(argument);
    if (value.kind === "discard" || (value.kind === "local" && argument.modifier === "out")) continue;
    followExpression(flow, value);
  }
  for (const one of outs) write(flow, one.value);
  if (node.kind === "local-call") for (const symbol of flow.writes.get(node.function) ?? []) flow.assign(symbol);
  if (node.kind === "new") for (const child of childrenOf({ ...node, arguments: [] })) followExpression(flow, child);
}

/** What is assigned after it was true, and after it was false. */
export function followCondition(flow: FlowState, node: BoundExpression): [whenTrue: Assigned, whenFalse: Assigned] {
  switch (node.kind) {
    case "literal":
      if (node.value === true) return [flow.now, unreachable];
      return node.value === false ? [unreachable, flow.now] : [flow.now, flow.now];
    case "unary": {
      if (node.operator !== "!" || node.on !== "bool") return plainly(flow, node.operand);
      const [yes, no] = followCondition(flow, node.operand);
      return [no, yes];
    }
    case "logical": {
      const left = followCondition(flow, node.left);
      const isAnd = node.operator === "&&";
      flow.now = isAnd ? left[0] : left[1];
      const right = followCondition(flow, node.right);
      return isAnd ? [right[0], left[1] & right[1]] : [left[0] & right[0], right[1]];
    }
    case "is": {
      followExpression(flow, node.operand);
      const { pattern } = node;
      if (pattern.kind !== "declaration" || pattern.symbol === null) return [flow.now, flow.now];
      flow.declare(pattern.symbol);
      const no = flow.now;
      flow.assign(pattern.symbol);
      return [flow.now, pattern.isVar ? flow.now : no];
    }
    case "conditional": {
      const [first, second] = followCondition(flow, node.condition);
      flow.now = first;
      const yes = followCondition(flow, node.whenTrue);
      flow.now = second;
      const no = followCondition(flow, node.whenFalse);
      return [yes[0] & no[0], yes[1] & no[1]];
    }
    default:
      return plainly(flow, node);
  }
}
