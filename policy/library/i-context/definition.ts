import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// The request that is being processed and all that is known of it.
  public interface IContext {
    IContextApi Api { get; }
    IBackend Backend { get; }
    IDeployment Deployment { get; }
    /// The time since Timestamp.
    TimeSpan Elapsed { get; }
    IGraphQL GraphQL { get; }
    /// What went wrong last; null where nothing did.
    ILastError LastError { get; }
    IOperation Operation { get; }
    /// null where the request has no product.
    IProduct Product { get; }
    IRequest Request { get; }
    Guid RequestId { get; }
    /// null until there is a response.
    IResponse Response { get; }
    /// null where the request has no subscription.
    ISubscription Subscription { get; }
    /// When the request was received, in UTC.
    DateTime Timestamp { get; }
    bool Tracing { get; }
    /// null where the request has no user.
    IUser User { get; }
    /// What set-variable and other policies have put there; null under a name that is unknown.
    IReadOnlyDictionary<string, object> Variables { get; }
    IWorkspace Workspace { get; }
    /// Adds a message to the trace.
    void Trace(string message);
  }
`);
