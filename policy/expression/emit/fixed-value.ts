import type { BoundExpression } from "@/policy/expression/bind/bound";

/** Whether it comes to the same value whenever it runs, without calling anything. */
export function isFixed(node: BoundExpression): boolean {
  switch (node.kind) {
    case "literal":
      return true;
    case "conversion":
    case "unary":
      return isFixed(node.operand);
    case "binary":
    case "logical":
      return isFixed(node.left) && isFixed(node.right);
    case "conditional":
      return isFixed(node.condition) && isFixed(node.whenTrue) && isFixed(node.whenFalse);
    case "interpolated":
      return node.parts.every((part) => part.kind === "text" || isFixed(part.value));
    default:
      return false;
  }
}
