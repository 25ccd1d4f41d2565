import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// A token that holds others.
  public abstract class JContainer : JToken {
    int Count { get; }
    /// Adds a token, a value, or each of a sequence of them.
    void Add(object content);
    void AddFirst(object content);
    IEnumerable<JToken> Descendants();
    IEnumerable<JToken> DescendantsAndSelf();
    void Merge(object content);
    void Merge(object content, JsonMergeSettings settings);
    void RemoveAll();
    void ReplaceAll(object content);
  }
`);
