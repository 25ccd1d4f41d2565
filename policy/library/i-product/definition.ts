import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// A product.
  public interface IProduct {
    IEnumerable<IApi> Apis { get; }
    bool ApprovalRequired { get; }
    IEnumerable<IGroup> Groups { get; }
    string Id { get; }
    string Name { get; }
    ProductState State { get; }
    int? SubscriptionLimit { get; }
    int? SubscriptionsLimit { get; }
    bool SubscriptionRequired { get; }
  }
`);
