import { setMembers } from "@/policy/kits/collections/set-operations";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Collections.Generic.ISet", setMembers);
