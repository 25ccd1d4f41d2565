import { startsExpression } from "@/policy/xml/scan-expression";

/** Whether a value is an expression as a whole: "@(...)" or "@{...}". */
export const isExpression = (value: string): boolean => startsExpression(value.trimStart(), 0);
