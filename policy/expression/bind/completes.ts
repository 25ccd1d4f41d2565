import type { BoundExpression, BoundStatement } from "./bound";

const isConstant = (node: BoundExpression | null, value: boolean): boolean =>
  node === null ? value : node.kind === "literal" && node.value === value;

/** Whether the end of the statement can be reached. */
export function completes(statement: BoundStatement): boolean {
  switch (statement.kind) {
    case "block":
      return completesAll(statement.statements);
    case "return":
    case "throw":
    case "break":
    case "continue":
    case "goto-case":
      return false;
    case "if":
      if (isConstant(statement.condition, true)) return completes(statement.then);
      if (statement.else === null) return true;
      if (isConstant(statement.condition, false)) return completes(statement.else);
      return completes(statement.then) || completes(statement.else);
    case "while":
    case "for":
      return !isConstant(statement.condition, true) || leaves(statement.body, "break");
    case "do": {
      if (leaves(statement.body, "break")) return true;
      const reachesCondition = completes(statement.body) || leaves(statement.body, "continue");
      return reachesCondition && !isConstant(statement.condition, true);
    }
    case "using":
      return completes(statement.body);
    case "switch": {
      const { sections } = statement;
      const hasDefault = sections.some((section) => section.labels.some((label) => label.pattern === null));
      return !hasDefault || sections.some((section) => section.statements.some((one) => leaves(one, "break")));
    }
    case "try":
      if (statement.finally !== null && !completes(statement.finally)) return false;
      return completes(statement.block) || statement.catches.some((one) => completes(one.block));
    case "expression":
      return statement.expression.kind !== "throw-expression";
    default:
      return true;
  }
}

export const completesAll = (statements: readonly BoundStatement[]): boolean => statements.every(completes);

/** Whether a break or continue in it ends what stands around it. */
function leaves(statement: BoundStatement, kind: "break" | "continue"): boolean {
  switch (statement.kind) {
    case "break":
    case "continue":
      return statement.kind === kind;
    case "block":
      return leavesAny(statement.statements, kind);
    case "if":
      return leaves(statement.then, kind) || (statement.else !== null && leaves(statement.else, kind));
    case "using":
      return leaves(statement.body, kind);
    case "switch":
      return kind === "continue" && statement.sections.some((section) => leavesAny(section.statements, kind));
    case "try":
      return leaves(statement.block, kind) || statement.catches.some((one) => leaves(one.block, kind));
    default:
      return false;
  }
}

function leavesAny(statements: readonly BoundStatement[], kind: "break" | "continue"): boolean {
  for (const statement of statements) {
    if (leaves(statement, kind)) return true;
    if (!completes(statement)) return false;
  }
  return false;
}
