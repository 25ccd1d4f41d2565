import { integerMembers } from "@/policy/kits/numbers/integer-members";
import { implementType } from "@/policy/library/implement";
import { int64Kind } from "@/policy/library/integer-kinds";

export const runtime = implementType("System.Int64", integerMembers(int64Kind, "long"));
