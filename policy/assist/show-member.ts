import type { Type } from "@/policy/expression/types/type";
import type { Method, Parameter } from "@/policy/expression/types/type-definition";

const parameterText = ({ modifier, type, name, optional, defaultValue }: Parameter): string => {
  const passed = modifier === null ? "" : `${modifier} `;
  return `${passed}${type.display} ${name}${optional ? ` = ${defaultText(defaultValue)}` : ""}`;
};

const defaultText = (value: Parameter["defaultValue"]): string =>
  value === null ? "default" : typeof value === "string" ? JSON.stringify(value) : String(value);

export interface ShownMethod {
  text: string;
  /** Where each parameter stands in it. */
  parameters: { start: number; end: number }[];
}

/** "string Substring(int startIndex, int length)"; of an extension method its receiver is left out. */
export function showMethod(method: Method, asExtension = method.isExtension): ShownMethod {
  const isNew = method.kind === "constructor";
  const own = method.typeArguments.slice(method.declaring.typeParameters.length);
  const generic = own.length === 0 ? "" : `<${own.map((type) => type.display).join(", ")}>`;
  let text = isNew ? `new ${method.returnType.display}(` : `${method.returnType.display} ${method.name}${generic}(`;
  const parameters: { start: number; end: number }[] = [];
  for (const parameter of asExtension ? method.parameters.slice(1) : method.parameters) {
    if (parameters.length > 0) text += ", ";
    const start = text.length;
    text += parameterText(parameter);
    parameters.push({ start, end: text.length });
  }
  return { text: `${text})`, parameters };
}

/** Whether its type arguments have to be written: no argument tells them. */
export function needsTypeArguments({ typeParameters, parameters }: Method): boolean {
  return typeParameters.some((parameter) => !parameters.some(({ type }) => mentions(type, parameter)));
}

function mentions(type: Type, parameter: Type): boolean {
  if (type === parameter) return true;
  if (type.kind === "array") return mentions(type.element, parameter);
  return type.kind === "named" && type.arguments.some((argument) => mentions(argument, parameter));
}
