import { readingMembers, writingMembers } from "@/policy/kits/collections/dictionary-members";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Collections.Generic.IDictionary", {
  ...readingMembers,
  ...writingMembers,
});
