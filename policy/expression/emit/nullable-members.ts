import type { BoundExpression } from "@/policy/expression/bind/bound";
import { nullableUnderlying } from "@/policy/expression/types/type-relations";
import { netEquals } from "@/policy/kits/object/equals";
import { hashOf } from "@/policy/kits/object/hash";
import { boxed } from "./conversions";
import { defaultCode } from "./literals";
import { missing, noValue } from "./operations/control";
import { text } from "./operations/text";
import type { Writer } from "./writer";

type Call = Extract<BoundExpression, { kind: "call" }>;
type Property = Extract<BoundExpression, { kind: "property" }>;

/** Members of Nullable<T>, whose null receiver is a value: no runtime takes part. */
export function nullableProperty(writer: Writer, node: Property, receiver: BoundExpression): string {
  const code = writer.expression(receiver);
  return node.property.name === "HasValue" ? `(${code}!==null)` : `(${code}??${writer.constant(noValue)}())`;
}

export function nullableCall(writer: Writer, node: Call, receiver: BoundExpression): string {
  const code = writer.expression(receiver);
  const [argument] = node.arguments;
  switch (node.method.name) {
    case "GetValueOrDefault": {
      if (argument === undefined)
        return `(${code}??${defaultCode(writer, nullableUnderlying(receiver.type) ?? receiver.type)})`;
      const [value, other] = [writer.temporary(), writer.temporary()];
      return `(${value}=${code},${other}=${writer.expression(argument.value as BoundExpression)},${value}??${other})`;
    }
    case "ToString": {
      // ToString(format) is a member of the value's own type; there is none without a value.
      return `${writer.constant(text)}(${boxed(writer, code, receiver.type)})`;
    }
    case "Equals":
      return `${writer.constant(netEquals)}(${boxed(writer, code, receiver.type)},${writer.expression(argument?.value as BoundExpression)})`;
    case "GetHashCode":
      return `${writer.constant(hashOf)}(${boxed(writer, code, receiver.type)})`;
    default: {
      const { declaring, key } = node.method.original;
      const runtime = writer.constant(writer.library.member(declaring.fullName, key));
      return `${runtime}(${boxed(writer, code, receiver.type)}??${writer.constant(missing)}())`;
    }
  }
}
