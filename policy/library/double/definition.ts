import { declareType } from "@/policy/library/declare";
import { floatDeclaration } from "@/policy/library/float-declaration";

export const declaration = declareType(
  floatDeclaration(
    "Double",
    "double",
    "A floating-point number of 64 bits.",
    "1.7976931348623157E+308",
    "4.9406564584124654E-324",
  ),
);
