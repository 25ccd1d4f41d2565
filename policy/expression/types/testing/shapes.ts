import type { ArgumentShape } from "@/policy/expression/types/argument";
import { converts } from "@/policy/expression/types/conversions";
import type { Type } from "@/policy/expression/types/type";
import type { Constant, Method } from "@/policy/expression/types/type-definition";
import type { TypeTable } from "@/policy/expression/types/type-table";

const plain = { name: null, modifier: null } as const;

export const typed = (type: Type, constant?: Constant): ArgumentShape => ({ kind: "typed", type, constant, ...plain });
export const nothing: ArgumentShape = { kind: "null", ...plain };
export const outVar: ArgumentShape = { kind: "out-var", name: null, modifier: "out" };
export const named = (name: string, shape: ArgumentShape): ArgumentShape => ({ ...shape, name });
export const group = (methods: readonly Method[]): ArgumentShape => ({ kind: "method-group", methods, ...plain });

/** A lambda whose body is of the type that `body` tells: null where it has none, an error where it is wrong. */
export const lambda = (
  table: TypeTable,
  parameterCount: number,
  body: (...types: readonly Type[]) => Type | null | "error",
): ArgumentShape => ({
  kind: "lambda",
  parameterCount,
  parameterTypes: null,
  bind(types) {
    const result = body(...types);
    const returnType = result === "error" ? null : result;
    return {
      hasErrors: result === "error",
      returnType,
      convertsTo: (to) => returnType === null || converts(table, returnType, to),
      isStatementExpression: false,
    };
  },
  ...plain,
});
