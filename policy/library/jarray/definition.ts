import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// A JSON array.
  public class JArray : JContainer {
    JArray();
    JArray(JArray other);
    JArray(params object[] content);
    JArray(object content);
    JToken this[int index] { get; set; }
    bool IsReadOnly { get; }
    /// Reads JSON text.
    static JArray Parse(string json);
    static JArray FromObject(object o);
    int IndexOf(JToken item);
    void Insert(int index, JToken item);
    void RemoveAt(int index);
    void Add(JToken item);
    void Clear();
    bool Contains(JToken item);
    void CopyTo(JToken[] array, int arrayIndex);
    bool Remove(JToken item);
  }
`);
