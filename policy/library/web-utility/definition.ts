import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Net;
  /// Escapes for URLs and HTML.
  public static class WebUtility {
    /// A space becomes "+".
    static string UrlEncode(string value);
    static string UrlDecode(string encodedValue);
    static byte[] UrlEncodeToBytes(byte[] value, int offset, int count);
    static byte[] UrlDecodeToBytes(byte[] encodedValue, int offset, int count);
    static string HtmlEncode(string value);
    static string HtmlDecode(string value);
  }
`);
