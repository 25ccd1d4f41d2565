import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// Tokens, one after another.
  public interface IJEnumerable<out T> : IEnumerable<T> {
    IJEnumerable<JToken> this[object key] { get; }
  }
`);
