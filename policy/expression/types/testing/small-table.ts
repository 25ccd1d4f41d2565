import { createTypeTable } from "@/policy/expression/types/type-table";
import { declaration as disposable } from "@/policy/library/disposable/definition";
import { declaration as func } from "@/policy/library/func/definition";
import { declaration as nullable } from "@/policy/library/nullable/definition";
import { declaration as object } from "@/policy/library/object/definition";
import { smallCollections, smallGenerics, smallJson, smallLibrary, smallLinq } from "./small-library";
import { typeNamed } from "./type-named";

const declarations = [
  object,
  nullable,
  func,
  disposable,
  smallLibrary,
  smallCollections,
  smallGenerics,
  smallLinq,
  smallJson,
];

export const table = createTypeTable(declarations);

/** "List<int?>" as a type of the small table. */
export const type = (text: string) => typeNamed(table, text);
