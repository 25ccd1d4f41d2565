import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// An API.
  public interface IApi {
    string Id { get; }
    string Name { get; }
    string Path { get; }
    IEnumerable<string> Protocols { get; }
    IUrl ServiceUrl { get; }
    ISubscriptionKeyParameterNames SubscriptionKeyParameterNames { get; }
  }
  /// The API that the request is for.
  public interface IContextApi : IApi {
    bool IsCurrentRevision { get; }
    string Revision { get; }
    string Version { get; }
  }
`);
