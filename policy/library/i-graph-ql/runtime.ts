import type { GraphqlFacts } from "@/policy/exchange";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("IGraphQL", {
  Arguments: (graphql: GraphqlFacts) => graphql.arguments,
  GraphQLArguments: (graphql: GraphqlFacts) => graphql.arguments,
  Parent: (graphql: GraphqlFacts) => graphql.parent,
});
