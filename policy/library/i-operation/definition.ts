import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// An operation of an API.
  public interface IOperation {
    string Id { get; }
    string Method { get; }
    string Name { get; }
    string UrlTemplate { get; }
  }
`);
