import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Linq;
  /// Elements that have a key in common.
  public interface IGrouping<out TKey, out TElement> : IEnumerable<TElement> {
    TKey Key { get; }
  }
`);
