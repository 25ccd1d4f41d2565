import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// What a using statement gives back at its end.
  public interface IDisposable {
    void Dispose();
  }
`);
