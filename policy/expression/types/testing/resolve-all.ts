import type { TypeTable } from "@/policy/expression/types/type-table";

/** Asks for every member of every type; gives the names in declarations that mean nothing. */
export function resolveAll(table: TypeTable): readonly string[] {
  for (const definition of table.definitions) {
    const { base, interfaces, underlying, methods, constructors, operators, properties, indexers, fields } = definition;
    void [base, interfaces, underlying, methods, constructors, operators, properties, indexers, fields];
    void definition.invoke;
    for (const parameter of [definition, ...methods].flatMap((one) => one.typeParameters))
      void parameter.constraintTypes;
  }
  return table.problems;
}
