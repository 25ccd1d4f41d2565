import type { BoundExpression, BoundInitializer } from "@/policy/expression/bind/bound";
import { missing } from "./operations/control";
import type { Writer } from "./writer";

/** The new object, filled. */
export function initializer(writer: Writer, node: BoundInitializer, created: string): string {
  const held = writer.bind(node.placeholder, writer.temporary());
  writer.nonNull.add(node.placeholder);
  return `(${[`${held}=${created}`, ...steps(writer, node), held].join(",")})`;
}

function steps(writer: Writer, node: BoundInitializer): string[] {
  if (node.kind === "collection") return node.adds.map((add) => writer.effect(add));
  return node.steps.map((step) =>
    step.kind === "assign" ? writer.effect(step.assignment) : nested(writer, step.value, step.initializer),
  );
}

function nested(writer: Writer, value: BoundExpression, node: BoundInitializer): string {
  return initializer(writer, node, `(${writer.expression(value)}??${writer.constant(missing)}())`);
}
