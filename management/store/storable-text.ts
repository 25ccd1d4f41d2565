import type { Json } from "@/lib/json";
import { UnstorableText } from "./store";

const surrogate = /\p{Surrogate}/u;

/** PostgreSQL keeps neither a NUL nor half of a surrogate pair; both databases refuse them alike. */
export const isStorable = (text: string): boolean => !text.includes("\0") && !surrogate.test(text);

export function requireStorable(value: Json, at: string): void {
  if (typeof value === "string") {
    if (!isStorable(value)) throw new UnstorableText(at);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) requireStorable(item, `${at}[${index}]`);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      if (!isStorable(name)) throw new UnstorableText(at === "" ? "a member's name" : `a member's name in ${at}`);
      if (member !== undefined) requireStorable(member, at === "" ? name : `${at}.${name}`);
    }
  }
}
