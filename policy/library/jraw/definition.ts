import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// JSON text that is written as it is.
  public class JRaw : JValue {
    JRaw(JRaw other);
    JRaw(object rawJson);
  }
`);
