import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// A name and its value in a JSON object.
  public class JProperty : JContainer {
    JProperty(JProperty other);
    JProperty(string name, params object[] content);
    JProperty(string name, object content);
    string Name { get; }
    JToken Value { get; set; }
  }
`);
