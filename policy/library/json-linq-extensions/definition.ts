import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// What sequences of tokens can do.
  public static class Extensions {
    static IJEnumerable<JToken> Ancestors<T>(this IEnumerable<T> source) where T : JToken;
    static IJEnumerable<JToken> AncestorsAndSelf<T>(this IEnumerable<T> source) where T : JToken;
    static IJEnumerable<JToken> Descendants<T>(this IEnumerable<T> source) where T : JContainer;
    static IJEnumerable<JToken> DescendantsAndSelf<T>(this IEnumerable<T> source) where T : JContainer;
    static IJEnumerable<JProperty> Properties(this IEnumerable<JObject> source);
    static IJEnumerable<JToken> Values(this IEnumerable<JToken> source);
    static IJEnumerable<JToken> Values(this IEnumerable<JToken> source, object key);
    static IEnumerable<U> Values<U>(this IEnumerable<JToken> source);
    static IEnumerable<U> Values<U>(this IEnumerable<JToken> source, object key);
    static U Value<U>(this IEnumerable<JToken> value);
    static U Value<T, U>(this IEnumerable<T> value) where T : JToken;
    static IJEnumerable<JToken> Children<T>(this IEnumerable<T> source) where T : JToken;
    static IEnumerable<U> Children<T, U>(this IEnumerable<T> source) where T : JToken;
    static IJEnumerable<JToken> AsJEnumerable(this IEnumerable<JToken> source);
    static IJEnumerable<T> AsJEnumerable<T>(this IEnumerable<T> source) where T : JToken;
  }
`);
