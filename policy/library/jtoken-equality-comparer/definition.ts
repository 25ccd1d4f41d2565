import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace Newtonsoft.Json.Linq;
  /// Compares tokens by what is in them.
  public class JTokenEqualityComparer : IEqualityComparer<JToken> {
    JTokenEqualityComparer();
    bool Equals(JToken x, JToken y);
    int GetHashCode(JToken obj);
  }
`);
