import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// Says how numbers and dates are written; here always in the invariant culture.
  public interface IFormatProvider { }
`);
