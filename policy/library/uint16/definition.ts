import { declareType } from "@/policy/library/declare";
import { integerDeclaration } from "@/policy/library/integer-declaration";
import { uint16Kind } from "@/policy/library/integer-kinds";

export const declaration = declareType(integerDeclaration(uint16Kind, "ushort"));
