import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// The request, as policies have changed it.
  public interface IRequest {
    /// null where the request has no body.
    IMessageBody Body { get; }
    /// The client's certificate; null where it showed none.
    X509Certificate2 Certificate { get; }
    IFoundry Foundry { get; }
    IReadOnlyDictionary<string, string[]> Headers { get; }
    string IpAddress { get; }
    /// What the parameters of the operation's template stand for.
    IReadOnlyDictionary<string, string> MatchedParameters { get; }
    string Method { get; }
    /// As the client sent it.
    IUrl OriginalUrl { get; }
    /// As it will be sent to the backend.
    IUrl Url { get; }
    IPrivateEndpointConnection PrivateEndpointConnection { get; }
  }
`);
