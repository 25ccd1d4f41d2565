import { isExpression } from "@/policy/expression/is-expression";
import { namedValuesIn } from "@/policy/named-values";

/** Whether a value is what it will be when the policy runs: neither an expression nor one with named values in it. */
export const isLiteral = (value: string): boolean => !isExpression(value) && namedValuesIn(value).length === 0;
