import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Text.RegularExpressions;
  /// The groups of a match; the first is the whole match.
  public class GroupCollection : IEnumerable<Group> {
    int Count { get; }
    /// One that failed where the pattern has no such group.
    Group this[int groupnum] { get; }
    Group this[string groupname] { get; }
    [Beyond] bool ContainsKey(string key);
    [Beyond] bool TryGetValue(string key, out Group value);
    [Beyond] IEnumerable<string> Keys { get; }
    [Beyond] IEnumerable<Group> Values { get; }
  }
`);
