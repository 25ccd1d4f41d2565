import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// Tokens, one after another.
  public struct JEnumerable<T> : IJEnumerable<T> {
    IJEnumerable<JToken> this[object key] { get; }
  }
`);
