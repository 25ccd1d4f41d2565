import type { BoundExpression } from "@/policy/expression/bind/bound";
import { assignment, compoundAssignment } from "./targets";
import type { Writer } from "./writer";

/** An expression whose value nobody wants. */
export function effect(writer: Writer, node: BoundExpression): string {
  if (node.kind === "assignment") return assignment(writer, node, false);
  if (node.kind === "compound-assignment") return compoundAssignment(writer, node, false);
  return writer.expression(node);
}
