import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// A URL and its parts.
  public interface IUrl {
    string Host { get; }
    string Path { get; }
    int Port { get; }
    /// Values by the names of query parameters.
    IReadOnlyDictionary<string, string[]> Query { get; }
    /// The query with its question mark.
    string QueryString { get; }
    string Scheme { get; }
    string ToString();
    Uri ToUri();
  }
`);
