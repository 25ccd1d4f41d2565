import { integerMembers } from "@/policy/kits/numbers/integer-members";
import { implementType } from "@/policy/library/implement";
import { int32Kind } from "@/policy/library/integer-kinds";

export const runtime = implementType("System.Int32", integerMembers(int32Kind, "int"));
