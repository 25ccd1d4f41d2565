import type { BoundExpression } from "@/policy/expression/bind/bound";
import type { TypeDefinition } from "@/policy/expression/types/type-definition";
import { isValueType } from "@/policy/expression/types/type-relations";
import { boxed } from "./conversions";
import { missing } from "./operations/control";
import type { Writer } from "./writer";

/** Whether it might be null where a member of it is used. */
export function mayBeNull(writer: Writer, node: BoundExpression): boolean {
  if (isValueType(node.type)) return false;
  switch (node.kind) {
    case "literal":
      return node.value === null;
    case "local":
      return node.symbol.role !== "context" && !writer.nonNull.has(node.symbol);
    case "new":
    case "new-array":
    case "new-anonymous":
    case "interpolated":
      return false;
    case "binary":
      return false;
    default:
      return true;
  }
}

/** Code of a value whose member is used at once: NullReferenceException when it is null. */
export function receiver(writer: Writer, node: BoundExpression): string {
  const code = writer.expression(node);
  return mayBeNull(writer, node) ? `(${code}??${writer.constant(missing)}())` : code;
}

/** Members that a value type inherits, such as object.ToString(), take it boxed. */
export function receiverFor(writer: Writer, node: BoundExpression, code: string, declaring: TypeDefinition): string {
  const isOwn = node.type.kind === "named" && node.type.definition === declaring;
  return isOwn ? code : boxed(writer, code, node.type);
}

/** It has no effect, cannot fail and stays what it is, so that it may be looked at in any order. */
export function isQuiet(node: { readonly kind: string }): boolean {
  return node.kind === "literal" || node.kind === "lambda" || node.kind === "default";
}

/**
 * A call with its receiver first. C# looks whether the receiver is null when all arguments have been evaluated; where
 * that makes a difference, so does the code.
 */
export function callOn(
  writer: Writer,
  function_: string,
  on: { readonly node: BoundExpression; readonly adapt: (code: string) => string } | null,
  others: readonly string[],
  areQuiet: boolean,
): string {
  if (on === null) return `${function_}(${others.join(",")})`;
  const code = writer.expression(on.node);
  if (!mayBeNull(writer, on.node)) return `${function_}(${[on.adapt(code), ...others].join(",")})`;
  const check = `${writer.constant(missing)}()`;
  if (areQuiet || others.length === 0) return `${function_}(${[`(${code}??${check})`, ...others].join(",")})`;
  const [held, last] = [writer.temporary(), writer.temporary()];
  const checked = `(${last}=${others.at(-1)},${held}??${check},${last})`;
  return `${function_}(${[`${held}=${code}`, ...others.slice(0, -1), checked].join(",")})`;
}
