import type { BoundExpression, BoundTarget } from "@/policy/expression/bind/bound";
import { boxed, unboxed } from "./conversions";
import { indexCode } from "./members";
import { byteAt, elementOf, setByte, setElement } from "./operations/arrays";
import { missing } from "./operations/control";
import { mayBeNull } from "./receivers";
import { isBoxedSlot, isByteArray } from "./representation";
import { runtimeOf } from "./runtime-of";
import type { Writer } from "./writer";

type Of<K extends BoundExpression["kind"]> = Extract<BoundExpression, { kind: K }>;
type PropertyTarget = Extract<BoundTarget, { kind: "property" | "field" }>;

/** A target whose own parts are evaluated once, by `setup`. */
export interface Prepared {
  readonly setup: readonly string[];
  read(): string;
  /** An expression; what it gives is not the value that was written. */
  write(value: string): string;
}

export function prepare(writer: Writer, target: BoundTarget): Prepared {
  switch (target.kind) {
    case "discard":
      return { setup: [], read: () => "null", write: (value) => value };
    case "local": {
      const name = writer.nameOf(target.symbol);
      const variable = target.symbol.isByRef ? `${name}.value` : name;
      return { setup: [], read: () => variable, write: (value) => `${variable}=${value}` };
    }
    case "element":
      return prepareElement(writer, target);
    default:
      return prepareProperty(writer, target);
  }
}

function prepareElement(writer: Writer, { array, index, type }: Of<"element">): Prepared {
  const isBytes = isByteArray(array.type);
  const [from, at] = [writer.temporary(), writer.temporary()];
  return {
    setup: [`${from}=${writer.expression(array)}`, `${at}=${writer.expression(index)}`],
    read: () =>
      isBytes
        ? `${writer.constant(byteAt)}(${from},${at})`
        : unboxed(writer, `${writer.constant(elementOf)}(${from},${at})`, type),
    write: (value) =>
      isBytes
        ? `${writer.constant(setByte)}(${from},${at},${value})`
        : `${writer.constant(setElement)}(${from},${at},${boxed(writer, value, type)})`,
  };
}

function prepareProperty(writer: Writer, target: PropertyTarget): Prepared {
  const member = target.kind === "property" ? target.property : target.field;
  const { original } = member;
  const setup: string[] = [];
  const hold = (code: string): string => {
    const held = writer.temporary();
    setup.push(`${held}=${code}`);
    return held;
  };
  const on = target.receiver === null ? null : hold(writer.expression(target.receiver));
  const indexes =
    target.kind === "property"
      ? target.arguments.map((argument, at) => hold(indexCode(writer, target.property.original, argument, at)))
      : [];
  const isNullable = target.receiver !== null && mayBeNull(writer, target.receiver);
  const check = () => (isNullable ? `(${on}??${writer.constant(missing)}())` : on);
  const isSlot = isBoxedSlot(original.type);
  return {
    setup,
    read() {
      const code = `${runtimeOf(writer, original)}(${[check(), ...indexes].filter((one) => one !== null).join(",")})`;
      return isSlot ? unboxed(writer, code, member.type) : code;
    },
    write(value) {
      const given = isSlot ? boxed(writer, value, member.type) : value;
      const held = writer.temporary();
      const setter = runtimeOf(writer, original, `set ${original.key}`);
      // The value is evaluated before a null receiver is found out.
      const parameters = [check(), ...indexes, held].filter((one) => one !== null);
      return `(${held}=${given},${setter}(${parameters.join(",")}))`;
    },
  };
}

export function assignment(writer: Writer, { target, value }: Of<"assignment">, isWanted: boolean): string {
  const { setup, write } = prepare(writer, target);
  const code = writer.expression(value);
  if (target.kind === "local" || target.kind === "discard") return `(${write(code)})`;
  if (!isWanted) return `(${[...setup, write(code)].join(",")})`;
  const held = writer.temporary();
  return `(${[...setup, `${held}=${code}`, write(held), held].join(",")})`;
}

/** The target is read once; `result` works on what was read. */
export function compoundAssignment(writer: Writer, node: Of<"compound-assignment">, isWanted: boolean): string {
  const { target, placeholder, result, givesOld } = node;
  const { setup, read, write } = prepare(writer, target);
  if (target.kind === "local" && !(givesOld && isWanted)) {
    writer.bind(placeholder, read());
    return `(${write(writer.expression(result))})`;
  }
  const old = writer.bind(placeholder, writer.temporary());
  const before = [...setup, `${old}=${read()}`];
  if (givesOld || !isWanted) {
    const parts = [...before, write(writer.expression(result))];
    return `(${(isWanted ? [...parts, old] : parts).join(",")})`;
  }
  const held = writer.temporary();
  return `(${[...before, `${held}=${writer.expression(result)}`, write(held), held].join(",")})`;
}
