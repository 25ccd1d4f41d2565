import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// How a user signs in.
  public interface IUserIdentity {
    string Id { get; }
    string Provider { get; }
  }
`);
