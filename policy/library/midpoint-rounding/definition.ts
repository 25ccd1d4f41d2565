import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// Where rounding takes a number; the first two are about numbers in the middle of two others.
  public enum MidpointRounding {
    ToEven = 0,
    AwayFromZero = 1,
    ToZero = 2,
    ToNegativeInfinity = 3,
    ToPositiveInfinity = 4
  }
`);
