import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// A subscription.
  public interface ISubscription {
    DateTime CreatedDate { get; }
    DateTime? EndDate { get; }
    string Id { get; }
    /// The key that the request bears.
    string Key { get; }
    string Name { get; }
    string PrimaryKey { get; }
    string SecondaryKey { get; }
    DateTime? StartDate { get; }
  }
`);
