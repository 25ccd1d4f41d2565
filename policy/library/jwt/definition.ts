import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// A JSON Web Token, read but not verified.
  public class Jwt {
    string Algorithm { get; }
    IEnumerable<string> Audiences { get; }
    IReadOnlyDictionary<string, string[]> Claims { get; }
    DateTime? ExpirationTime { get; }
    string Id { get; }
    DateTime? IssuedAt { get; }
    string Issuer { get; }
    DateTime? NotBefore { get; }
    string Subject { get; }
    string Type { get; }
  }
  public static class JwtExtensions {
    /// The token that the text is, with or without "Bearer" before it; null where it is none.
    static Jwt AsJwt(this string input);
    static bool TryParseJwt(this string input, out Jwt result);
  }
`);
