import type { BoundExpression, BoundStatement } from "@/policy/expression/bind/bound";
import { boxed } from "./conversions";
import { embedded } from "./embedded";
import { functionName } from "./function-name";
import { localFunction } from "./lambdas";
import { doLoop, forEachLoop, forLoop, whileLoop } from "./loops";
import { raise } from "./operations/control";
import { gotoCase, switchStatement } from "./switches";
import { tryStatement, usingStatement } from "./try";
import type { Writer } from "./writer";

export function statements(writer: Writer, list: readonly BoundStatement[]): string {
  // Local functions may be called before the place where they stand.
  for (const one of list) if (one.kind === "local-function") functionName(writer, one.function);
  return list.map((one) => statement(writer, one)).join("");
}

function statement(writer: Writer, node: BoundStatement): string {
  switch (node.kind) {
    case "block":
      return embedded(writer, node);
    case "local": {
      const name = writer.nameOf(node.symbol);
      return node.value === null ? "" : `${name}=${writer.expression(node.value)};`;
    }
    case "expression":
      return `${writer.effect(node.expression)};`;
    case "if": {
      const condition = writer.expression(node.condition);
      const otherwise = node.else === null ? "" : `else${embedded(writer, node.else)}`;
      return `if(${condition})${embedded(writer, node.then)}${otherwise}`;
    }
    case "for":
      return forLoop(writer, node);
    case "foreach":
      return forEachLoop(writer, node);
    case "while":
      return whileLoop(writer, node);
    case "do":
      return doLoop(writer, node);
    case "switch":
      return switchStatement(writer, node);
    case "break":
      return `break ${writer.breakLabel};`;
    case "continue":
      return `continue ${writer.continueLabel};`;
    case "goto-case":
      return gotoCase(writer, node.section);
    case "return":
      return node.value === null ? "return;" : `return ${returned(writer, node.value)};`;
    case "throw":
      return node.value === null
        ? `throw ${writer.caught};`
        : `${writer.constant(raise)}(${writer.expression(node.value)});`;
    case "try":
      return tryStatement(writer, node);
    case "using":
      return usingStatement(writer, node);
    case "local-function":
      return localFunction(writer, node);
  }
}

/** As the function being written gives it. */
export function returned(writer: Writer, value: BoundExpression): string {
  const code = writer.expression(value);
  return writer.returns === "boxed" ? boxed(writer, code, value.type) : code;
}
