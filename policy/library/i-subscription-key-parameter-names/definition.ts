import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// Where requests bear their subscription key.
  public interface ISubscriptionKeyParameterNames {
    string Header { get; }
    string Query { get; }
  }
`);
