import { displayNamed } from "./display";
import type { Method, Parameter } from "./type-definition";

const parameterDisplay = ({ modifier, type }: Parameter): string =>
  modifier === null ? type.display : `${modifier} ${type.display}`;

/** As the compiler names a method: "string.Substring(int, int)", "Enumerable.Select<TSource, TResult>(...)". */
export function methodDisplay(method: Method): string {
  const { declaring } = method;
  const owner = displayNamed(declaring, method.typeArguments.slice(0, declaring.typeParameters.length));
  if (method.kind === "invoke") return owner;
  const name = method.kind === "constructor" ? declaring.name : method.name;
  const { typeParameters } = method.original;
  const own = method.typeArguments.slice(declaring.typeParameters.length);
  const generic = typeParameters.length === 0 ? "" : `<${own.map((type) => type.display).join(", ")}>`;
  return `${owner}.${name}${generic}(${method.parameters.map(parameterDisplay).join(", ")})`;
}
