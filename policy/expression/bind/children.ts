import type { BoundExpression, BoundInitializer, BoundTarget } from "./bound";

/** What an expression is made of, in the order of evaluation; the bodies of lambdas are not part of it. */
export function childrenOf(node: BoundExpression | BoundTarget): readonly BoundExpression[] {
  switch (node.kind) {
    case "conversion":
    case "unary":
    case "as":
    case "is":
    case "throw-expression":
      return [node.operand];
    case "binary":
    case "logical":
      return [node.left, node.right];
    case "coalesce":
      return [node.left, node.convertLeft, node.right];
    case "conditional":
      return [node.condition, node.whenTrue, node.whenFalse];
    case "conditional-access":
      return [node.receiver, node.access];
    case "assignment":
      return [...childrenOf(node.target), node.value];
    case "compound-assignment":
      return [...childrenOf(node.target), node.result];
    case "call":
      return [...some(node.receiver), ...values(node.arguments)];
    case "delegate-call":
      return [node.target, ...values(node.arguments)];
    case "local-call":
      return values(node.arguments);
    case "new":
      return [...values(node.arguments), ...(node.initializer === null ? [] : initialized(node.initializer))];
    case "property":
      return [...some(node.receiver), ...node.arguments];
    case "field":
    case "method-group":
      return some(node.receiver);
    case "anonymous-property":
      return [node.receiver];
    case "element":
      return [node.array, node.index];
    case "array-length":
      return [node.array];
    case "new-array":
      return [...some(node.length), ...(node.elements ?? [])];
    case "new-anonymous":
      return node.values;
    case "interpolated":
      return node.parts.flatMap((part) => (part.kind === "hole" ? [part.value] : []));
    default:
      return [];
  }
}

const some = (node: BoundExpression | null): BoundExpression[] => (node === null ? [] : [node]);

const values = (given: readonly { readonly value: BoundExpression | BoundTarget }[]): BoundExpression[] =>
  given.flatMap(({ value }) => (value.kind === "discard" ? [] : [value]));

function initialized(initializer: BoundInitializer): BoundExpression[] {
  if (initializer.kind === "collection") return [...initializer.adds];
  return initializer.steps.flatMap((step) =>
    step.kind === "assign" ? [step.assignment] : [step.value, ...initialized(step.initializer)],
  );
}
