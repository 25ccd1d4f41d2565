import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json;
  /// Turns values into JSON text and back.
  public static class JsonConvert {
    static string SerializeObject(object value);
    static string SerializeObject(object value, Formatting formatting);
    static object DeserializeObject(string value);
    static T DeserializeObject<T>(string value);
  }
`);
