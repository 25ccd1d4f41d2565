import { integerMembers } from "@/policy/kits/numbers/integer-members";
import { implementType } from "@/policy/library/implement";
import { uint32Kind } from "@/policy/library/integer-kinds";

export const runtime = implementType("System.UInt32", integerMembers(uint32Kind, "uint"));
