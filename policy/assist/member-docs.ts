import type { TypeDefinition } from "@/policy/expression/types/type-definition";
import { memberSentences } from "./member-sentences";

/** One sentence about a member: what its declaration says, or what is known of it by its type and name. */
export function memberDoc(declaring: TypeDefinition, name: string): string | undefined {
  for (const member of [...declaring.methods, ...declaring.properties, ...declaring.fields]) {
    if (member.name === name && member.doc !== "") return member.doc;
  }
  return memberSentences[`${declaring.name}.${name}`];
}
