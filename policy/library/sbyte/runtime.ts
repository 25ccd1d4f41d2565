import { integerMembers } from "@/policy/kits/numbers/integer-members";
import { implementType } from "@/policy/library/implement";
import { sbyteKind } from "@/policy/library/integer-kinds";

export const runtime = implementType("System.SByte", integerMembers(sbyteKind, "sbyte"));
