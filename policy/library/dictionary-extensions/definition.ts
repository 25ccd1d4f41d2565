import { declareType } from "@/policy/library/declare";

// The second takes IEnumerable, so that a default of null is the first's: string is the narrower type.
export const declaration = declareType(`
  /// Looking up what may not be there.
  public static class DictionaryExtensions {
    /// The values of a header, query parameter or claim with commas between them, or the default.
    static string GetValueOrDefault(
      this IReadOnlyDictionary<string, string[]> dictionary, string key, string defaultValue = null);
    static string[] GetValueOrDefault(
      this IReadOnlyDictionary<string, string[]> dictionary, string key, System.Collections.IEnumerable defaultValue);
    static string GetValueOrDefault(
      this IReadOnlyDictionary<string, string> dictionary, string key, string defaultValue = null);
    /// The value of a variable, or the default; an InvalidCastException where the value is of another type.
    static T GetValueOrDefault<T>(
      this IReadOnlyDictionary<string, object> dictionary, string key, T defaultValue = default);
    static T GetValueOrDefault<T>(this Dictionary<string, object> dictionary, string key, T defaultValue);
    static X509Certificate2 GetValueOrDefault(
      this IReadOnlyDictionary<string, X509Certificate2> dictionary, string key, X509Certificate2 defaultValue);
  }
`);
