import type { Binder } from "./binder";
import type { BoundBlock, BoundExpression, BoundPattern, BoundStatement, LocalSymbol } from "./bound";
import { followCondition, followExpression } from "./flow-expression";
import { type Assigned, type Exits, FlowState, unreachable } from "./flow-state";
import type { LocalFunction } from "./local";
import type { Span } from "./value";

type Of<K extends BoundStatement["kind"]> = Extract<BoundStatement, { kind: K }>;

/** Follows every path of a program without errors: reports variables read before they have a value, and code never reached. */
export function checkFlow(binder: Binder, body: BoundBlock | BoundExpression): void {
  followBody(new FlowState(binder, followBody), body);
}

function followBody(flow: FlowState, body: BoundBlock | BoundExpression): void {
  if (body.kind === "block") followStatement(flow, body);
  else followExpression(flow, body);
}

function followStatement(flow: FlowState, node: BoundStatement): void {
  switch (node.kind) {
    case "block":
      followAll(flow, node.statements);
      break;
    case "local":
      flow.declare(node.symbol);
      if (node.value === null) break;
      followExpression(flow, node.value);
      flow.assign(node.symbol);
      break;
    case "expression":
      followExpression(flow, node.expression);
      break;
    case "if": {
      const [yes, no] = followCondition(flow, node.condition);
      followBranch(flow, node.then, yes);
      const after = flow.now;
      if (node.else === null) flow.now = no;
      else followBranch(flow, node.else, no);
      flow.now &= after;
      break;
    }
    case "return":
    case "throw":
      if (node.value !== null) followExpression(flow, node.value);
      if (node.kind === "return") checkOuts(flow, node);
      flow.now = unreachable;
      break;
    case "break":
    case "continue":
      jump(flow, node.kind);
      break;
    case "goto-case":
      flow.now = unreachable;
      break;
    case "using":
      followExpression(flow, node.value);
      followStatement(flow, node.body);
      break;
    case "try":
      followTry(flow, node);
      break;
    case "switch":
      followSwitch(flow, node);
      break;
    case "local-function":
      break;
    default:
      followLoop(flow, node);
  }
}

function followAll(flow: FlowState, statements: readonly BoundStatement[]): void {
  let isSaid = flow.now === unreachable;
  // They may be called before they are declared.
  for (const one of statements) {
    if (one.kind === "local-function") followFunction(flow, one.function as LocalFunction, one.body);
  }
  for (const statement of statements) {
    const isNothing =
      statement.kind === "local-function" || (statement.kind === "block" && statement.statements.length === 0);
    if (flow.now === unreachable && !isSaid && !isNothing) {
      flow.warnUnreachable(statement);
      isSaid = true;
    }
    followStatement(flow, statement);
  }
}

/** A statement that a condition leads to. */
function followBranch(flow: FlowState, node: BoundStatement, entry: Assigned): void {
  const wasReachable = flow.now !== unreachable;
  flow.now = entry;
  const first = node.kind === "block" ? node.statements[0] : node;
  if (wasReachable && entry === unreachable && first !== undefined) flow.warnUnreachable(first);
  followStatement(flow, node);
}

function jump(flow: FlowState, kind: "break" | "continue"): void {
  const exits = kind === "break" ? flow.exits.at(-1) : flow.exits.findLast((one) => one.isLoop);
  if (exits !== undefined) exits[kind === "break" ? "breaks" : "continues"] &= flow.now;
  flow.now = unreachable;
}

function within(flow: FlowState, exits: Exits, work: () => void): void {
  const before = flow.exits;
  flow.exits = [...before, exits];
  work();
  flow.exits = before;
}

/** A second round through a loop has at least what the first had, so that one round tells all. */
function followLoop(flow: FlowState, node: Of<"while" | "do" | "for" | "foreach">): void {
  const exits: Exits = { isLoop: true, breaks: unreachable, continues: unreachable };
  switch (node.kind) {
    case "foreach": {
      followExpression(flow, node.collection);
      const before = flow.now;
      within(flow, exits, () => followStatement(flow, node.body));
      flow.now = before;
      break;
    }
    case "do":
      within(flow, exits, () => followStatement(flow, node.body));
      flow.now &= exits.continues;
      flow.now = followCondition(flow, node.condition)[1] & exits.breaks;
      break;
    case "while": {
      const [yes, no] = followCondition(flow, node.condition);
      within(flow, exits, () => followBranch(flow, node.body, yes));
      flow.now = no & exits.breaks;
      break;
    }
    case "for": {
      for (const one of node.initializers) followStatement(flow, one);
      const [yes, no] = node.condition === null ? [flow.now, unreachable] : followCondition(flow, node.condition);
      within(flow, exits, () => followBranch(flow, node.body, yes));
      flow.now &= exits.continues;
      for (const one of node.incrementors) followExpression(flow, one);
      flow.now = no & exits.breaks;
    }
  }
}

function followSwitch(flow: FlowState, node: Of<"switch">): void {
  followExpression(flow, node.value);
  const before = flow.now;
  const exits: Exits = { isLoop: false, breaks: unreachable, continues: unreachable };
  const hasDefault = node.sections.some((section) => section.labels.some((label) => label.pattern === null));
  for (const section of node.sections) {
    let entry = unreachable;
    for (const { pattern, when } of section.labels) {
      flow.now = before;
      if (pattern !== null) match(flow, pattern);
      entry &= when === null ? flow.now : followCondition(flow, when)[0];
    }
    flow.now = entry;
    within(flow, exits, () => followAll(flow, section.statements));
  }
  flow.now = exits.breaks & (hasDefault ? unreachable : before);
}

/** What the pattern of a label names has a value in its section. */
function match(flow: FlowState, pattern: BoundPattern): void {
  if (pattern.kind !== "declaration" || pattern.symbol === null) return;
  flow.declare(pattern.symbol);
  flow.assign(pattern.symbol);
}

function followTry(flow: FlowState, node: Of<"try">): void {
  const before = flow.now;
  followStatement(flow, node.block);
  let after = flow.now;
  for (const one of node.catches) {
    flow.now = before;
    if (one.when !== null) flow.now = followCondition(flow, one.when)[0];
    followStatement(flow, one.block);
    after &= flow.now;
  }
  flow.now = after;
  if (node.finally === null) return;
  flow.now = before;
  followStatement(flow, node.finally);
  flow.now |= after;
}

/** Variables around a local function count as assigned within it. */
function followFunction(flow: FlowState, function_: LocalFunction, body: BoundBlock | BoundExpression): void {
  const { now, exits, outs, written } = flow;
  flow.exits = [];
  flow.now = flow.everything;
  const own = new Set<LocalSymbol>();
  flow.written = own;
  flow.writes.set(function_, own);
  flow.outs = function_.parameters.filter((_, at) => function_.method.parameters[at]?.modifier === "out");
  for (const symbol of flow.outs) flow.declare(symbol);
  followBody(flow, body);
  checkOuts(flow, function_);
  Object.assign(flow, { now, exits, outs, written });
}

function checkOuts(flow: FlowState, { start, end }: Span): void {
  if (flow.now === unreachable) return;
  for (const symbol of flow.outs) {
    if (flow.isAssigned(symbol)) continue;
    const text = `The out parameter '${symbol.name}' must be assigned to before control leaves the current method`;
    flow.binder.report("CS0177", text, { start, end });
  }
}
