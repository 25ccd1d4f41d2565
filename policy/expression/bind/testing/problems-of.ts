import { checkExpression } from "@/policy/expression/check-expression";

/** "CS0103 1:3" for each, lines and columns from 1; warnings start with "warning". */
export function problemsOf(text: string): string[] {
  return checkExpression(text).problems.map(({ code, severity, start }) => {
    const before = text.slice(0, start).split("\n");
    const place = `${before.length}:${(before.at(-1) as string).length + 1}`;
    return `${severity === "warning" ? "warning " : ""}${code} ${place}`;
  });
}
