import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// A group of users.
  public interface IGroup {
    string Id { get; }
    string Name { get; }
  }
`);
