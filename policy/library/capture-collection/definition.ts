import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Text.RegularExpressions;
  /// All that a group captured, in order.
  public class CaptureCollection : IEnumerable<Capture> {
    int Count { get; }
    Capture this[int i] { get; }
  }
`);
