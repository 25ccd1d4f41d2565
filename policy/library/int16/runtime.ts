import { integerMembers } from "@/policy/kits/numbers/integer-members";
import { implementType } from "@/policy/library/implement";
import { int16Kind } from "@/policy/library/integer-kinds";

export const runtime = implementType("System.Int16", integerMembers(int16Kind, "short"));
