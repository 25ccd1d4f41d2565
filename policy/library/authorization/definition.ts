import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// What get-authorization-context has got.
  public class Authorization {
    string AccessToken { get; }
    IReadOnlyDictionary<string, object> Claims { get; }
  }
`);
