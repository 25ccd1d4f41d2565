import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// What went wrong while the request was processed.
  public interface ILastError {
    int HttpErrorCode { get; }
    string Message { get; }
    string Path { get; }
    string PolicyId { get; }
    string Reason { get; }
    string Scope { get; }
    string Section { get; }
    string Source { get; }
  }
`);
