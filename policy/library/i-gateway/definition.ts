import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// The gateway that processes the request.
  public interface IGateway {
    string Id { get; }
    string InstanceId { get; }
    bool IsManaged { get; }
  }
`);
