import { readingMembers } from "@/policy/kits/collections/dictionary-members";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Collections.Generic.IReadOnlyDictionary", readingMembers);
