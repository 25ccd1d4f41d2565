import type { BoundExpression } from "@/policy/expression/bind/bound";
import type { Property } from "@/policy/expression/types/type-definition";
import { nullableUnderlying } from "@/policy/expression/types/type-relations";
import { boxed, unboxed } from "./conversions";
import { literal } from "./literals";
import { nullableProperty } from "./nullable-members";
import { callOn, isQuiet, receiverFor } from "./receivers";
import { isBoxedSlot } from "./representation";
import { runtimeOf, staticTypeArguments } from "./runtime-of";
import type { Writer } from "./writer";

type Of<K extends BoundExpression["kind"]> = Extract<BoundExpression, { kind: K }>;

export function property(writer: Writer, node: Of<"property">): string {
  const { receiver } = node;
  const { original } = node.property;
  if (receiver !== null && nullableUnderlying(receiver.type) !== null) return nullableProperty(writer, node, receiver);
  const types = receiver === null ? staticTypeArguments(node.property).map((type) => writer.constant(type)) : [];
  const indexes = node.arguments.map((argument, at) => indexCode(writer, original, argument, at));
  const on =
    receiver === null
      ? null
      : { node: receiver, adapt: (code: string) => receiverFor(writer, receiver, code, original.declaring) };
  const code = callOn(writer, runtimeOf(writer, original), on, [...types, ...indexes], node.arguments.every(isQuiet));
  return isBoxedSlot(original.type) ? unboxed(writer, code, node.property.type) : code;
}

export function indexCode(writer: Writer, original: Property, argument: BoundExpression, at: number): string {
  const declared = original.parameters[at]?.type;
  const code = writer.expression(argument);
  return declared !== undefined && isBoxedSlot(declared) ? boxed(writer, code, argument.type) : code;
}

export function staticOrInstanceField(writer: Writer, node: Of<"field">): string {
  const { field, receiver } = node;
  const { original } = field;
  if (field.constant !== undefined) return literal(writer, field.constant, field.type);
  const types = receiver === null ? staticTypeArguments(field).map((type) => writer.constant(type)) : [];
  const on =
    receiver === null
      ? null
      : { node: receiver, adapt: (code: string) => receiverFor(writer, receiver, code, original.declaring) };
  const code = callOn(writer, runtimeOf(writer, original), on, types, true);
  return isBoxedSlot(original.type) ? unboxed(writer, code, field.type) : code;
}
