import type { Type } from "./type";
import type { Method, Parameter, Property } from "./type-definition";
import { substitute } from "./type-relations";
import type { TypeTable } from "./type-table";

type Map_ = ReadonlyMap<Type, Type>;

const parameters = (table: TypeTable, from: readonly Parameter[], map: Map_): readonly Parameter[] =>
  from.map((parameter) => {
    const type = substitute(table, parameter.type, map);
    return type === parameter.type ? parameter : { ...parameter, type };
  });

/** The method with types put in; where these include all of its own type parameters, it is no longer generic. */
export function substituteMethod(table: TypeTable, method: Method, map: Map_): Method {
  if (map.size === 0) return method;
  return {
    ...method,
    typeParameters: method.typeParameters.filter((parameter) => !map.has(parameter)),
    parameters: parameters(table, method.parameters, map),
    returnType: substitute(table, method.returnType, map),
    typeArguments: method.typeArguments.map((type) => substitute(table, type, map)),
  };
}

export function substituteProperty(table: TypeTable, property: Property, map: Map_): Property {
  if (map.size === 0) return property;
  return {
    ...property,
    type: substitute(table, property.type, map),
    parameters: parameters(table, property.parameters, map),
  };
}
