import { declareType } from "@/policy/library/declare";
import { integerDeclaration } from "@/policy/library/integer-declaration";
import { uint64Kind } from "@/policy/library/integer-kinds";

export const declaration = declareType(integerDeclaration(uint64Kind, "ulong"));
