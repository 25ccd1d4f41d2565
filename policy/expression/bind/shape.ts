import type { ArgumentShape } from "@/policy/expression/types/argument";
import type { Binder } from "./binder";
import { rvalue } from "./convert";
import { constantOf, type Value } from "./value";

type Passing = Pick<ArgumentShape, "name" | "modifier">;

const plain: Passing = { name: null, modifier: null };

/** A value as overload resolution sees it. */
export function shapeOf(binder: Binder, value: Value, passing: Passing = plain): ArgumentShape {
  switch (value.kind) {
    case "lambda":
      return passing === plain ? value.shape : { ...value.shape, ...passing };
    case "methods":
      return { kind: "method-group", methods: value.methods, ...passing };
    case "function":
      return { kind: "method-group", methods: [value.function.method], ...passing };
    case "default":
    case "throw":
      return { kind: "any", ...passing };
    default: {
      const node = rvalue(binder, value);
      if (node.type === binder.known.null) return { kind: "null", ...passing };
      return { kind: "typed", type: node.type, constant: constantOf(node), ...passing };
    }
  }
}
