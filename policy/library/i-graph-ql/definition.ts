import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  /// What a resolver of a GraphQL field is called with.
  public interface IGraphQL {
    JObject Arguments { get; }
    JObject GraphQLArguments { get; }
    JObject Parent { get; }
  }
`);
