import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Linq;
  /// A sorted sequence, which ThenBy sorts further.
  public interface IOrderedEnumerable<out TElement> : IEnumerable<TElement> { }
`);
