import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// The backend that the request goes to.
  public interface IBackend {
    string AzureRegion { get; }
    string Id { get; }
    BackendType Type { get; }
  }
`);
