import { integerMembers } from "@/policy/kits/numbers/integer-members";
import { implementType } from "@/policy/library/implement";
import { uint16Kind } from "@/policy/library/integer-kinds";

export const runtime = implementType("System.UInt16", integerMembers(uint16Kind, "ushort"));
