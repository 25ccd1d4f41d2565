import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLFieldResolver, GraphQLSchema } from "graphql";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import { UnexpectedFault } from "@/gateway/pipeline/unexpected-fault";
import type { PolicyUnit } from "@/gateway/program/policy-unit";
import type { ApiEntry } from "@/gateway/program/program";
import { Fault } from "@/policy/fault";
import { FieldBudget } from "./field-budget";
import { FieldProblem } from "./field-problem";
import type { GraphqlRequest } from "./graphql-request";
import { resolveField } from "./resolve-field";
import { graphqlLibrary } from "./synthetic-schemas";

/** Runs a query or a mutation; each field that has a resolver runs its policy. */
export async function executeQuery(
  exchange: GatewayExchange,
  api: ApiEntry,
  schema: GraphQLSchema,
  document: DocumentNode,
  request: GraphqlRequest,
  rootValue?: unknown,
): Promise<ExecutionResult> {
  const { execute, GraphQLError: Problem } = await graphqlLibrary();
  const mistakes: UnexpectedFault[] = [];
  const budget = new FieldBudget(document);
  const subscriptionType = schema.getSubscriptionType()?.name;
  const result = await execute({
    schema,
    document,
    rootValue,
    operationName: request.operationName,
    variableValues: { ...request.variables },
    fieldResolver: fieldResolver(exchange, api.resolvers ?? new Map(), { subscriptionType, mistakes, budget }),
    typeResolver: (value) => memberOf(value, "__typename") as string | undefined,
  });
  const [mistake] = mistakes;
  if (mistake !== undefined) throw mistake;
  const errors = result.errors?.map((error) => harmless(error, Problem));
  return errors === undefined ? result : { ...result, errors };
}

interface Run {
  readonly subscriptionType: string | undefined;
  readonly mistakes: UnexpectedFault[];
  readonly budget: FieldBudget;
}

function fieldResolver(
  exchange: GatewayExchange,
  resolvers: ReadonlyMap<string, PolicyUnit>,
  { subscriptionType, mistakes, budget }: Run,
): GraphQLFieldResolver<unknown, unknown> {
  return (parent, given, _context, { parentType, fieldName, fieldNodes }) => {
    if (parentType.name === subscriptionType) {
      // What was published is the value.
      const published = memberOf(parent, fieldName);
      budget.spend(published, fieldNodes);
      return published;
    }
    const unit = resolvers.get(`${parentType.name}/${fieldName}`);
    if (unit === undefined) return memberOf(parent, fieldName);
    const run = async () => {
      // Nobody waits for it any more.
      if (exchange.aborted) throw new FieldProblem("The client has gone.");
      const value = await resolveField(unit, exchange, parent, given);
      budget.spend(value, fieldNodes);
      return value;
    };
    return budget.resolve(run).catch((error) => {
      if (error instanceof UnexpectedFault) mistakes.push(error);
      exchange.trace?.note("graphql", { field: `${parentType.name}/${fieldName}`, error: (error as Error).message });
      throw told(error);
    });
  };
}

/** Only what the data itself has: never what objects inherit. */
function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** The client learns what a policy means to say, and nothing of mistakes inside. */
function told(error: unknown): Error {
  if (error instanceof FieldProblem) return error;
  if (error instanceof Fault && error.publicMessage !== null) return new FieldProblem(error.publicMessage);
  if (error instanceof Fault && error.reason === "Timeout") {
    return new FieldProblem("The data source did not answer in time.");
  }
  return new FieldProblem("The field could not be resolved.", { cause: error });
}

/** What the library says of a value that does not fit its type holds that value; of arguments, what the client sent itself. */
function harmless(error: GraphQLError, Problem: typeof GraphQLError): GraphQLError {
  const { path, originalError, message, nodes } = error;
  if (path === undefined || originalError instanceof FieldProblem) return error;
  if (/^(Argument "|Cannot return null for )/.test(message)) return error;
  return new Problem("The data does not fit the type of the field.", { nodes, path });
}
