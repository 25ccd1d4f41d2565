import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// A call of a JavaScript constructor, such as new Date(1).
  public class JConstructor : JContainer {
    JConstructor();
    JConstructor(JConstructor other);
    JConstructor(string name, params object[] content);
    JConstructor(string name, object content);
    JConstructor(string name);
    string Name { get; set; }
  }
`);
