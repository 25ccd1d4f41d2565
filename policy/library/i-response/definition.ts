import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// A response.
  public interface IResponse {
    IMessageBody Body { get; }
    IReadOnlyDictionary<string, string[]> Headers { get; }
    int StatusCode { get; }
    string StatusReason { get; }
  }
`);
