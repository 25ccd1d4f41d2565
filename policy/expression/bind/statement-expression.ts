import type { Expression } from "@/policy/expression/syntax/syntax";

/** What may stand as a statement of its own. */
export function isStatementExpression(syntax: Expression): boolean {
  switch (syntax.kind) {
    case "call":
    case "assignment":
    case "increment":
    case "new":
    case "missing":
    case "named-value":
      return true;
    case "conditional-access":
      return isStatementExpression(syntax.access);
    default:
      return false;
  }
}
