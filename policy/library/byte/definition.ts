import { declareType } from "@/policy/library/declare";
import { integerDeclaration } from "@/policy/library/integer-declaration";
import { byteKind } from "@/policy/library/integer-kinds";

export const declaration = declareType(integerDeclaration(byteKind, "byte"));
