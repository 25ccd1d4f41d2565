import { policyReferences } from "@/policy/references";
import { fragmentId } from "./sources";

export const fragmentUse = (documentId: string): string => `fragment:${documentId}`;
export const namedValueUse = (displayName: string): string => `value:${displayName}`;

/** What a policy or fragment is to be read anew for when it changes. */
export function usedBy(text: string): string[] {
  // Character references may stand for braces.
  if (!/\{\{|include-fragment|&#/.test(text)) return [];
  const { namedValues, fragments } = policyReferences(text);
  return [...namedValues.map(namedValueUse), ...fragments.map((id) => fragmentUse(fragmentId(id)))];
}
