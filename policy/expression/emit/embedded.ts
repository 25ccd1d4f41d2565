import type { BoundStatement } from "@/policy/expression/bind/bound";
import type { Writer } from "./writer";

/** A statement within braces of its own. */
export const embedded = (writer: Writer, node: BoundStatement): string =>
  `{${writer.block(() => (node.kind === "block" ? writer.statements(node.statements) : writer.statements([node])))}}`;
