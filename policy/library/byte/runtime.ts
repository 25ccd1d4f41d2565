import { integerMembers } from "@/policy/kits/numbers/integer-members";
import { implementType } from "@/policy/library/implement";
import { byteKind } from "@/policy/library/integer-kinds";

export const runtime = implementType("System.Byte", integerMembers(byteKind, "byte"));
