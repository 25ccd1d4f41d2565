import type { Name, NamedTypeSyntax, TypeSyntax } from "@/policy/expression/syntax/syntax";
import type { Type } from "@/policy/expression/types/type";
import type { TypeResult, TypeTable } from "@/policy/expression/types/type-table";

/** The syntax of a type written as "Dictionary<string, int?[]>". */
export function typeSyntax(text: string): TypeSyntax {
  let at = 0;
  const end = text.length;
  const space = () => {
    while (text[at] === " ") at++;
  };
  const name = (): Name => {
    const start = at;
    while (at < end && /\w/.test(text[at] as string)) at++;
    return { text: text.slice(start, at), start, end: at };
  };
  const one = (): TypeSyntax => {
    space();
    const start = at;
    const parts: NamedTypeSyntax["parts"][number][] = [];
    do {
      if (text[at] === ".") at++;
      const part = { name: name(), typeArguments: [] as TypeSyntax[] };
      if (text[at] === "<") {
        do {
          at++;
          part.typeArguments.push(one());
          space();
        } while (text[at] === ",");
        at++;
      }
      parts.push(part);
    } while (text[at] === ".");
    let type: TypeSyntax = { kind: "named-type", parts, start, end: at };
    for (;;) {
      if (text[at] === "?") type = { kind: "nullable-type", inner: type, start, end: ++at };
      else if (text.startsWith("[]", at)) {
        at += 2;
        type = { kind: "array-type", element: type, rank: 1, start, end: at };
      } else return type;
    }
  };
  return one();
}

export const typeResult = (table: TypeTable, text: string): TypeResult => table.fromSyntax(typeSyntax(text));

export function typeNamed(table: TypeTable, text: string): Type {
  const result = typeResult(table, text);
  if (result.type === null) throw new Error(result.message);
  return result.type;
}
