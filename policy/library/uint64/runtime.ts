import { integerMembers } from "@/policy/kits/numbers/integer-members";
import { implementType } from "@/policy/library/implement";
import { uint64Kind } from "@/policy/library/integer-kinds";

export const runtime = implementType("System.UInt64", integerMembers(uint64Kind, "ulong"));
