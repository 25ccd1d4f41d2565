import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// What an Authorization header of the scheme Basic says.
  public class BasicAuthCredentials {
    string Password { get; }
    string UserId { get; }
    string Username { get; }
  }
  public static class BasicAuthExtensions {
    /// What a header's value says; null where it is of another scheme.
    static BasicAuthCredentials AsBasic(this string input);
    static bool TryParseBasic(this string input, out BasicAuthCredentials result);
  }
`);
