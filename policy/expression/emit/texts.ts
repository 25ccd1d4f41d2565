import type { BoundExpression } from "@/policy/expression/bind/bound";
import { formatValue } from "@/policy/kits/text/format-value";
import { boxed } from "./conversions";
import { aligned } from "./operations/interpolate";
import { concat, concatAll, text } from "./operations/text";
import { quote, type Writer } from "./writer";

type Binary = Extract<BoundExpression, { kind: "binary" }>;
type Interpolated = Extract<BoundExpression, { kind: "interpolated" }>;

const isConcatenation = (node: BoundExpression): node is Binary =>
  node.kind === "binary" && (node.operator === "concat" || (node.on === "string" && node.operator === "+"));

/** a + b + c joins once. */
export function concatenation(writer: Writer, node: Binary): string {
  const parts: BoundExpression[] = [];
  let at: BoundExpression = node;
  while (isConcatenation(at)) {
    parts.push(at.right);
    at = at.left;
  }
  parts.push(at);
  return join(
    writer,
    parts.reverse().map((part) => asText(writer, part)),
  );
}

function join(writer: Writer, parts: readonly string[]): string {
  return `${writer.constant(parts.length === 2 ? concat : concatAll)}(${parts.join(",")})`;
}

/** A string or null. */
function asText(writer: Writer, node: BoundExpression): string {
  const { string } = writer.table.known;
  const inner = node.kind === "conversion" && node.conversion === "reference" ? node.operand : node;
  if (inner.type === string) return writer.expression(inner);
  return `${writer.constant(text)}(${boxed(writer, writer.expression(node), node.type)})`;
}

export function interpolated(writer: Writer, { parts }: Interpolated): string {
  const codes = parts.map((part) => {
    if (part.kind === "text") return quote(part.value);
    if (part.format === null && part.alignment === null) return asText(writer, part.value);
    const value = boxed(writer, writer.expression(part.value), part.value.type);
    const shown =
      part.format === null
        ? `${writer.constant(text)}(${value})`
        : `${writer.constant(formatValue)}(${value},${quote(part.format)})`;
    return part.alignment === null ? shown : `${writer.constant(aligned)}(${shown},${part.alignment})`;
  });
  return codes.length === 0 ? '""' : join(writer, codes.length === 1 ? [...codes, '""'] : codes);
}
