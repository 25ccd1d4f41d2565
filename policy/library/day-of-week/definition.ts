import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// A day of the week.
  public enum DayOfWeek {
    Sunday = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 3,
    Thursday = 4,
    Friday = 5,
    Saturday = 6
  }
`);
