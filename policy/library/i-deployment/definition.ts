import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// The gateway and the service it belongs to.
  public interface IDeployment {
    IReadOnlyDictionary<string, X509Certificate2> Certificates { get; }
    IGateway Gateway { get; }
    string GatewayId { get; }
    string Region { get; }
    string ServiceId { get; }
    string ServiceName { get; }
    ISustainabilityInfo SustainabilityInfo { get; }
  }
`);
