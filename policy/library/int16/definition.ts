import { declareType } from "@/policy/library/declare";
import { integerDeclaration } from "@/policy/library/integer-declaration";
import { int16Kind } from "@/policy/library/integer-kinds";

export const declaration = declareType(integerDeclaration(int16Kind, "short"));
