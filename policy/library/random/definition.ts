import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// Numbers that look random; the same ones for the same seed.
  public class Random {
    Random();
    Random(int Seed);
    static Random Shared { get; }
    int Next();
    int Next(int maxValue);
    int Next(int minValue, int maxValue);
    void NextBytes(byte[] buffer);
    double NextDouble();
    long NextInt64();
    long NextInt64(long maxValue);
    long NextInt64(long minValue, long maxValue);
    float NextSingle();
  }
`);
