import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Linq;
  /// Groups of elements by their keys; a key that is unknown has none.
  public interface ILookup<TKey, TElement> : IEnumerable<IGrouping<TKey, TElement>> {
    int Count { get; }
    IEnumerable<TElement> this[TKey key] { get; }
    bool Contains(TKey key);
  }
`);
