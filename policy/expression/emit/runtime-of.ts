import type { Type } from "@/policy/expression/types/type";
import type { Method, Property } from "@/policy/expression/types/type-definition";
import type { Writer } from "./writer";

/** Type arguments that the runtime is given. */
export function typeArguments(method: Method): readonly Type[] {
  const own = method.original.declaring.typeParameters.length;
  return method.kind === "constructor" || method.isStatic ? method.typeArguments : method.typeArguments.slice(own);
}

export const runtimeOf = (
  writer: Writer,
  member: { readonly declaring: { readonly fullName: string }; readonly key: string },
  key = member.key,
): string => writer.constant(writer.library.member(member.declaring.fullName, key));

/** What stands for the type parameters of a generic type in a static property, read off the property's type. */
export function staticTypeArguments(of: {
  original: { declaring: Property["declaring"]; type: Type };
  type: Type;
}): readonly Type[] {
  const { declaring, type } = of.original;
  if (declaring.typeParameters.length === 0) return [];
  const found = new Map<Type, Type>();
  match(type, of.type, found);
  return declaring.typeParameters.map((parameter) => found.get(parameter) ?? parameter);
}

function match(declared: Type, actual: Type, found: Map<Type, Type>): void {
  if (declared.kind === "parameter") found.set(declared, actual);
  else if (declared.kind === "array" && actual.kind === "array") match(declared.element, actual.element, found);
  else if (declared.kind === "named" && actual.kind === "named")
    declared.arguments.forEach((argument, at) => {
      match(argument, actual.arguments[at] as Type, found);
    });
}
