import { declareType } from "@/policy/library/declare";
import { floatDeclaration } from "@/policy/library/float-declaration";

export const declaration = declareType(
  floatDeclaration("Single", "float", "A floating-point number of 32 bits.", "3.40282347E+38F", "1.401298E-45F"),
);
