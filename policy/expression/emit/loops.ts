import type { BoundStatement } from "@/policy/expression/bind/bound";
import { tick } from "@/policy/expression/values/budget";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import { unboxed } from "./conversions";
import { receiver } from "./receivers";
import { isByteArray } from "./representation";
import type { Writer } from "./writer";

type Of<K extends BoundStatement["kind"]> = Extract<BoundStatement, { kind: K }>;

/** A loop's body in braces, counting its rounds. `before` is written within the same block. */
function looped(writer: Writer, label: string, body: BoundStatement, before: () => string = () => ""): string {
  const { breakLabel, continueLabel } = writer;
  const code = writer.block(() => {
    const start = `${writer.constant(tick)}();${before()}`;
    Object.assign(writer, { breakLabel: label, continueLabel: label });
    return start + writer.statements([body]);
  });
  Object.assign(writer, { breakLabel, continueLabel });
  return `{${code}}`;
}

/** C# has one variable for all rounds, so that it stands outside of the loop. */
export function forLoop(writer: Writer, node: Of<"for">): string {
  const label = writer.fresh("L");
  const code = writer.block(() => {
    const start = writer.statements(node.initializers);
    const condition = node.condition === null ? "" : writer.expression(node.condition);
    const incrementors = node.incrementors.map((one) => writer.effect(one)).join(",");
    return `${start}${label}:for(;${condition};${incrementors})${looped(writer, label, node.body)}`;
  });
  return `{${code}}`;
}

/** What the condition declares is new in every round. */
export function whileLoop(writer: Writer, node: Of<"while">): string {
  const label = writer.fresh("L");
  const check = () => `if(!${writer.expression(node.condition)})break ${label};`;
  return `${label}:for(;;)${looped(writer, label, node.body, check)}`;
}

export function doLoop(writer: Writer, node: Of<"do">): string {
  const label = writer.fresh("L");
  const body = looped(writer, label, node.body);
  return `${label}:do${body}while(${writer.expression(node.condition)});`;
}

export function forEachLoop(writer: Writer, node: Of<"foreach">): string {
  const label = writer.fresh("L");
  const { collection, placeholder, convert, symbol } = node;
  const source = receiver(writer, collection);
  const rounds = (value: string) =>
    looped(writer, label, node.body, () => {
      const element = writer.nameOf(placeholder);
      return `${element}=${value};${writer.nameOf(symbol)}=${writer.expression(convert)};`;
    });
  const indexed = (from: string, value: (list: string, at: string) => string) => {
    const [list, at] = [writer.temporary(), writer.fresh("i")];
    return `${list}=${from};${label}:for(let ${at}=0;${at}<${list}.length;${at}++)${rounds(value(list, at))}`;
  };
  if (isByteArray(collection.type)) return indexed(source, (list, at) => `${list}[${at}]`);
  if (collection.type === writer.table.known.string) return indexed(source, (list, at) => `${list}.charCodeAt(${at})`);
  const unbox = (code: string) => unboxed(writer, code, placeholder.type);
  if (collection.type.kind === "array") return indexed(`${source}.items`, (list, at) => unbox(`${list}[${at}]`));
  const each = writer.fresh("e");
  return `${label}:for(const ${each} of ${writer.constant(enumerate)}(${source}))${rounds(unbox(each))}`;
}
