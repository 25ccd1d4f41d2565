import type { Expression } from "@/policy/expression/syntax/syntax";

type Visit = (node: Expression) => void;

/** Every expression within a tree, whatever holds it, outermost first. */
export function eachExpression(root: object, visit: Visit): void {
  const pending: object[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if ("kind" in node && typeof node.kind === "string" && expressionKinds.has(node.kind)) visit(node as Expression);
    for (const value of Object.values(node).reverse())
      if (value !== null && typeof value === "object") pending.push(value);
  }
}

const expressionKinds: ReadonlySet<string> = new Set(
  "name member call index new conditional-access lambda cast as is default typeof".split(" "),
);

/** The name or member whose name stands there. */
export function namedAt(root: object, start: number): Extract<Expression, { kind: "name" | "member" }> | null {
  let found: Extract<Expression, { kind: "name" | "member" }> | null = null;
  eachExpression(root, (node) => {
    if ((node.kind === "name" || node.kind === "member") && node.name.start === start) found = node;
  });
  return found;
}
