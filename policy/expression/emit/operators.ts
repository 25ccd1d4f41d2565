import type { BoundExpression, OperandKind } from "@/policy/expression/bind/bound";
import { andLifted, combine, orLifted } from "./operations/control";
import * as decimal from "./operations/decimal";
import * as integer from "./operations/integer";
import * as long from "./operations/long";
import { concatenation } from "./texts";
import type { Writer } from "./writer";

type Binary = Extract<BoundExpression, { kind: "binary" }>;
type Unary = Extract<BoundExpression, { kind: "unary" }>;
type Operator = Binary["operator"];

const comparisons: ReadonlySet<string> = new Set(["==", "!=", "<", ">", "<=", ">="]);
const strict = (operator: Operator): string => (operator === "==" ? "===" : operator === "!=" ? "!==" : operator);

export function binary(writer: Writer, node: Binary): string {
  const { operator, on } = node;
  if (operator === "concat" || (on === "string" && operator === "+")) return concatenation(writer, node);
  const left = writer.expression(node.left);
  const right = writer.expression(node.right);
  return node.lifted ? lifted(writer, node, left, right) : plain(writer, node, left, right);
}

/** Operands are evaluated both, then looked at. */
function lifted(writer: Writer, node: Binary, left: string, right: string): string {
  const { operator, on } = node;
  const isEquality = operator === "==" || operator === "!=";
  if (isEquality && on !== "decimal") return `(${left}${strict(operator)}${right})`;
  if (on === "bool" && operator === "&") return `${writer.constant(andLifted)}(${left},${right})`;
  if (on === "bool" && operator === "|") return `${writer.constant(orLifted)}(${left},${right})`;
  const [a, b] = [writer.temporary(), writer.temporary()];
  const result = plain(writer, node, a, b);
  const missing = isEquality ? `${a}${strict(operator)}${b}` : comparisons.has(operator) ? "false" : "null";
  return `(${a}=${left},${b}=${right},${a}===null||${b}===null?${missing}:${result})`;
}

function plain(writer: Writer, node: Binary, left: string, right: string): string {
  const { operator, on, isChecked } = node;
  const call = (operation: (...args: never[]) => unknown) => `${writer.constant(operation)}(${left},${right})`;
  if (on === "decimal") return ofDecimals(call, operator);
  if (comparisons.has(operator)) return `(${left}${strict(operator)}${right})`;
  switch (on) {
    case "bool":
      return operator === "^" ? `(${left}!==${right})` : `((${left}${operator}${right})===1)`;
    case "int":
    case "enum":
      return ofInts(call, operator, left, right, isChecked);
    case "uint":
      return ofUints(call, operator, left, right, isChecked);
    case "long":
    case "ulong":
      return ofLongs(call, operator, on, left, right, isChecked);
    case "float":
      return `${writer.constant(Math.fround)}(${left}${operator}${right})`;
    case "double":
      return `(${left}${operator}${right})`;
    case "delegate":
      return call(combine);
    default:
      throw new Error(`No operator ${operator} on ${on}.`);
  }
}

type Call = (operation: (...args: never[]) => unknown) => string;

function ofInts(call: Call, operator: Operator, left: string, right: string, isChecked: boolean): string {
  const isPlainDivisor = /^[1-9]\d*$/.test(right);
  switch (operator) {
    case "+":
      return isChecked ? call(integer.addChecked) : `((${left}+${right})|0)`;
    case "-":
      return isChecked ? call(integer.subtractChecked) : `((${left}-${right})|0)`;
    case "*":
      return call(isChecked ? integer.multiplyChecked : Math.imul);
    case "/":
      return isPlainDivisor ? `((${left}/${right})|0)` : call(integer.divide);
    case "%":
      return isPlainDivisor ? `((${left}%${right})|0)` : call(integer.remainder);
    default:
      return `(${left}${operator}${right})`;
  }
}

function ofUints(call: Call, operator: Operator, left: string, right: string, isChecked: boolean): string {
  switch (operator) {
    case "+":
      return isChecked ? call(integer.addUintChecked) : `((${left}+${right})>>>0)`;
    case "-":
      return isChecked ? call(integer.subtractUintChecked) : `((${left}-${right})>>>0)`;
    case "*":
      return isChecked ? call(integer.multiplyUintChecked) : `(${call(Math.imul)}>>>0)`;
    case "/":
      return call(integer.divideUint);
    case "%":
      return call(integer.remainderUint);
    case ">>":
      return `(${left}>>>${right})`;
    default:
      return `((${left}${operator}${right})>>>0)`;
  }
}

const longs: Partial<Record<Operator, (a: bigint, b: bigint) => bigint>> = {
  "+": long.add,
  "-": long.subtract,
  "*": long.multiply,
};
const longsChecked: typeof longs = { "+": long.addChecked, "-": long.subtractChecked, "*": long.multiplyChecked };
const ulongs: typeof longs = { "+": long.addUlong, "-": long.subtractUlong, "*": long.multiplyUlong };
const ulongsChecked: typeof longs = {
  "+": long.addUlongChecked,
  "-": long.subtractUlongChecked,
  "*": long.multiplyUlongChecked,
};

function ofLongs(
  call: Call,
  operator: Operator,
  on: OperandKind,
  left: string,
  right: string,
  isChecked: boolean,
): string {
  if (operator === "/") return call(long.divide);
  if (operator === "%") return call(long.remainder);
  if (operator === ">>") return call(long.shiftRight);
  if (operator === "<<") return call(on === "long" ? long.shiftLeft : long.shiftLeftUlong);
  const signed = isChecked ? longsChecked : longs;
  const unsigned = isChecked ? ulongsChecked : ulongs;
  const operation = (on === "long" ? signed : unsigned)[operator];
  return operation === undefined ? `(${left}${operator}${right})` : call(operation);
}

const decimals: Partial<Record<Operator, (...args: never[]) => unknown>> = {
  "+": decimal.add,
  "-": decimal.subtract,
  "*": decimal.multiply,
  "/": decimal.divide,
  "%": decimal.remainder,
};

function ofDecimals(call: Call, operator: Operator): string {
  const operation = decimals[operator];
  return operation === undefined ? `(${call(decimal.compare)}${strict(operator)}0)` : call(operation);
}

export function unary(writer: Writer, node: Unary): string {
  const operand = writer.expression(node.operand);
  if (!node.lifted) return plainUnary(writer, node, operand);
  const value = writer.temporary();
  return `((${value}=${operand})===null?null:${plainUnary(writer, node, value)})`;
}

function plainUnary(writer: Writer, { operator, on, isChecked }: Unary, operand: string): string {
  const call = (operation: (...args: never[]) => unknown) => `${writer.constant(operation)}(${operand})`;
  if (operator === "+") return operand;
  if (operator === "!") return `(!${operand})`;
  if (operator === "~") {
    if (on === "ulong") return call(long.complementUlong);
    return on === "uint" ? `(~${operand}>>>0)` : `(~${operand})`;
  }
  switch (on) {
    case "int":
    case "enum":
      return isChecked ? call(integer.negateChecked) : `(-${operand}|0)`;
    case "long":
      return call(isChecked ? long.negateChecked : long.negate);
    case "decimal":
      return call(decimal.negate);
    default:
      return `(-${operand})`;
  }
}
