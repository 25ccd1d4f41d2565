import { declareType } from "@/policy/library/declare";
import { integerDeclaration } from "@/policy/library/integer-declaration";
import { uint32Kind } from "@/policy/library/integer-kinds";

export const declaration = declareType(integerDeclaration(uint32Kind, "uint"));
