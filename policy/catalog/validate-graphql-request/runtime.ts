import { textBody } from "@/policy/body";
import {
  type CompileContext,
  fixedOptional,
  partNamed,
  partsNamed,
  type Runtime,
  read,
  readOptional,
  required,
  type Value,
} from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed, respond } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { authorizeFields, type FieldRule } from "@/policy/kits/graphql-request/authorize-fields";
import { checkedDocument, graphqlSchema } from "@/policy/kits/graphql-request/checked-document";
import { type GraphqlError, noteErrors, RequestError } from "@/policy/kits/graphql-request/graphql-errors";
import { readGraphqlMessage } from "@/policy/kits/graphql-request/graphql-message";
import { newResponse } from "@/policy/message";
import type { PolicyNode } from "@/policy/policy-node";

/** Where the policy names no size; Azure allows no more than that. */
const defaultMaxBytes = 102_400;
const schemaType = "application/vnd.ms-azure-apim.graphql.schema";

interface Options {
  readonly policy: string;
  readonly variable: string | null;
  readonly maxSize: Value<number> | null;
  readonly maxDepth: Value<number>;
  /** In the published grammar only: taken as the depths of all outermost fields together, and as the number of fields. */
  readonly maxTotalDepth: Value<number> | null;
  readonly maxComplexity: Value<number> | null;
  readonly rules: readonly { readonly path: Value<string>; readonly action: Value<string> }[];
}

export const runtime: Runtime = {
  compile(node, context) {
    const options: Options = {
      policy: node.name,
      variable: fixedOptional(node, context.text(node, "error-variable-name")),
      maxSize: context.integer(node, "max-size"),
      maxDepth: required(node, "max-depth", context.integer(node, "max-depth")),
      maxTotalDepth: context.integer(node, "max-total-depth"),
      maxComplexity: context.integer(node, "max-complexity"),
      rules: compileRules(node, context),
    };
    return (exchange) => validate(exchange, options);
  },
};

function compileRules(node: PolicyNode, context: CompileContext): Options["rules"] {
  const authorize = partNamed(node, "authorize");
  if (authorize === undefined) return [];
  return partsNamed(authorize, "rule").map((rule) => ({
    path: required(rule, "path", context.text(rule, "path")),
    action: required(rule, "action", context.text(rule, "action")),
  }));
}

async function validate(exchange: Exchange, options: Options): Promise<Flow> {
  try {
    return await checkRequest(exchange, options);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    noteErrors(exchange, options.variable, error.errors);
    exchange.trace?.note(options.policy, { errors: error.errors.map(({ message }) => message) });
    // Which status and reason it has is not documented; GraphQL over HTTP says 400. on-error sees the errors and the answer.
    answer(exchange, 400, { errors: error.errors });
    const { message } = error;
    throw new Fault({ source: options.policy, reason: "RequestError", status: 400, message, keepsResponse: true });
  }
}

async function checkRequest(exchange: Exchange, options: Options): Promise<Flow> {
  const library = await import("graphql");
  const message = await readGraphqlMessage(exchange, readOptional(options.maxSize, exchange) ?? defaultMaxBytes);
  const resource = exchange.resources.schemaOfType(schemaType);
  if (resource === null) throw noSchema(options.policy);
  const schema = graphqlSchema(resource, library);
  const limits = {
    depth: read(options.maxDepth, exchange),
    totalDepth: readOptional(options.maxTotalDepth, exchange),
    complexity: readOptional(options.maxComplexity, exchange),
  };
  const document = checkedDocument(message.query, schema, limits, library);
  if (library.getOperationAST(document, message.operationName) == null) {
    throw new RequestError({ message: "The request does not say which of its operations to run, or there is none." });
  }
  const rules = options.rules.map((rule) => onceAsked(exchange, rule));
  const authorized = authorizeFields(document, schema, rules, library);
  if (authorized.removed.length === 0) return proceed;
  noteErrors(exchange, options.variable, authorized.removed);
  exchange.trace?.note(options.policy, { removed: authorized.removed.map(({ message: what }) => what) });
  if (authorized.isEmpty) return answer(exchange, 200, { data: {}, errors: authorized.removed });
  message.replace(library.print(authorized.document));
  return proceed;
}

function onceAsked(exchange: Exchange, { path, action }: Options["rules"][number]): FieldRule {
  let asked: string | null = null;
  return {
    path: read(path, exchange),
    action: () => {
      asked ??= read(action, exchange);
      return asked;
    },
  };
}

const noSchema = (source: string): Fault =>
  new Fault({ source, reason: "SchemaNotFound", status: 500, message: "The API has no GraphQL schema." });

interface Answer {
  readonly data?: object;
  readonly errors: readonly GraphqlError[];
}

function answer(exchange: Exchange, status: number, content: Answer): Flow {
  const response = newResponse(status, status === 200 ? "OK" : "Bad Request");
  response.headers.append("Content-Type", "application/json");
  response.body = textBody(JSON.stringify(content));
  exchange.response = response;
  return respond;
}
