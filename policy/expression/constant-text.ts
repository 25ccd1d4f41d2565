import type { Type } from "@/policy/expression/types/type";
import type { Constant } from "@/policy/expression/types/type-definition";

/** What a constant is as text, in the words of .NET; safe in a browser, where no library runs. */
export function constantText({ value, type }: { value: Constant; type: Type }): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (type.fullName === "System.Char") return String.fromCharCode(Number(value));
  return String(value);
}
