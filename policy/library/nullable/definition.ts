import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// A value, or null.
  public struct Nullable<T> where T : struct {
    Nullable(T value);
    /// Whether there is a value.
    bool HasValue { get; }
    /// The value; an InvalidOperationException where there is none.
    T Value { get; }
    /// The value, or the type's default where there is none.
    T GetValueOrDefault();
    T GetValueOrDefault(T defaultValue);
  }
  public static class Nullable {
    /// Orders two values, null before all others.
    static int Compare<T>(T? n1, T? n2) where T : struct;
    static bool Equals<T>(T? n1, T? n2) where T : struct;
  }
`);
