import { declareType } from "@/policy/library/declare";
import { integerDeclaration } from "@/policy/library/integer-declaration";
import { int32Kind } from "@/policy/library/integer-kinds";

export const declaration = declareType(integerDeclaration(int32Kind, "int"));
