import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// A JSON object.
  public class JObject : JContainer, IEnumerable<KeyValuePair<string, JToken>> {
    JObject();
    JObject(JObject other);
    JObject(params object[] content);
    JObject(object content);
    /// The value of a property; null where there is none.
    JToken this[string propertyName] { get; set; }
    /// Reads JSON text.
    static JObject Parse(string json);
    static JObject FromObject(object o);
    void Add(string propertyName, JToken value);
    bool Remove(string propertyName);
    IEnumerable<JProperty> Properties();
    JProperty Property(string name);
    JProperty Property(string name, StringComparison comparison);
    JEnumerable<JToken> PropertyValues();
    JToken GetValue(string propertyName);
    JToken GetValue(string propertyName, StringComparison comparison);
    bool TryGetValue(string propertyName, out JToken value);
    bool TryGetValue(string propertyName, StringComparison comparison, out JToken value);
    bool ContainsKey(string propertyName);
  }
`);
