import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// A URI and its parts.
  public class Uri {
    const string UriSchemeHttp = "http";
    const string UriSchemeHttps = "https";
    const string SchemeDelimiter = "://";
    Uri(string uriString);
    Uri(string uriString, UriKind uriKind);
    Uri(Uri baseUri, string relativeUri);
    Uri(Uri baseUri, Uri relativeUri);
    /// Everything but letters, digits and -_.~ becomes an escape.
    static string EscapeDataString(string stringToEscape);
    static string UnescapeDataString(string stringToUnescape);
    static string EscapeUriString(string stringToEscape);
    static bool IsWellFormedUriString(string uriString, UriKind uriKind);
    static bool TryCreate(string uriString, UriKind uriKind, out Uri result);
    static bool TryCreate(Uri baseUri, string relativeUri, out Uri result);
    static string HexEscape(char character);
    static bool IsHexDigit(char character);
    static bool CheckSchemeName(string schemeName);
    string AbsolutePath { get; }
    string AbsoluteUri { get; }
    string Authority { get; }
    string DnsSafeHost { get; }
    string Fragment { get; }
    string Host { get; }
    string IdnHost { get; }
    bool IsAbsoluteUri { get; }
    bool IsDefaultPort { get; }
    bool IsFile { get; }
    bool IsLoopback { get; }
    string LocalPath { get; }
    string OriginalString { get; }
    string PathAndQuery { get; }
    int Port { get; }
    string Query { get; }
    string Scheme { get; }
    string[] Segments { get; }
    string UserInfo { get; }
    string GetLeftPart(UriPartial part);
    bool IsBaseOf(Uri uri);
    Uri MakeRelativeUri(Uri uri);
    bool IsWellFormedOriginalString();
    static bool operator ==(Uri uri1, Uri uri2);
    static bool operator !=(Uri uri1, Uri uri2);
  }
`);
