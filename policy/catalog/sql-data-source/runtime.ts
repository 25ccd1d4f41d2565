import {
  type CompileContext,
  partNamed,
  partsNamed,
  type Runtime,
  read,
  readOptional,
  required,
  requiredPart,
} from "@/policy/catalog/compile";
import { type Exchange, proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { DataSourceIdentity, SqlParameter } from "@/policy/host/data-sources";
import { answerJson } from "@/policy/kits/data-source/answer-json";
import { emptyCall } from "@/policy/kits/data-source/call-of";
import { partText } from "@/policy/kits/data-source/part-text";
import { sqlParameter } from "@/policy/kits/data-source/sql-parameter";
import { JObject } from "@/policy/kits/json/jobject";
import type { JProperty } from "@/policy/kits/json/jproperty";
import { parseToken } from "@/policy/kits/json/load-token";
import type { PolicyNode } from "@/policy/policy-node";

/** Several rows are { "items": [...] }; a single result is the first row, or null. */
export const runtime: Runtime = {
  compile(node, context) {
    const connection = requiredPart(node, "connection-info");
    const connectionString = requiredPart(connection, "connection-string");
    const text = partText(connectionString, context, node.name);
    const identity = identityOf(connectionString, context);
    const authorize = context.sequence(connection.children.filter(({ name }) => name === "get-authorization-context"));
    const request = requiredPart(node, "request");
    const single = required(request, "single-result", context.boolean(request, "single-result"));
    const statement = partText(requiredPart(request, "sql-statement"), context, node.name);
    const parameters = parametersOf(request, context);
    const prepare = context.call([
      ...connection.children.filter(({ name }) => name === "authentication-certificate"),
      ...request.children.filter(({ name }) => name === "set-body"),
    ]);
    const response = partNamed(node, "response");
    const edit = context.sequence(response?.children ?? [], "response");
    return async (exchange) => {
      await authorize(exchange);
      const call = emptyCall();
      await prepare(exchange, call);
      const question = {
        connectionString: read(text, exchange),
        identity: identity(exchange),
        clientCertificate: call.clientCertificate,
        statement: read(statement, exchange),
        parameters: withBody(parameters(exchange), new TextDecoder().decode(await call.body.bytes())),
      };
      const rows = await exchange.host.dataSources.sql(question, { exchange, source: node.name });
      exchange.trace?.note(node.name, { rows: rows.length });
      answerJson(exchange, read(single, exchange) ? (rows[0] ?? null) : { items: rows });
      await edit(exchange);
      return proceed;
    };
  },
};

function identityOf(node: PolicyNode, context: CompileContext): (exchange: Exchange) => DataSourceIdentity | null {
  const isUsed = required(node, "use-managed-identity", context.boolean(node, "use-managed-identity"));
  const clientId = context.text(node, "client-id");
  const scope = context.text(node, "scope");
  return (exchange) =>
    read(isUsed, exchange)
      ? { clientId: readOptional(clientId, exchange) || null, resource: readOptional(scope, exchange) || null }
      : null;
}

function parametersOf(request: PolicyNode, context: CompileContext): (exchange: Exchange) => SqlParameter[] {
  const parts = partsNamed(partNamed(request, "parameters") ?? request, "parameter").map((part) => ({
    name: required(part, "name", context.text(part, "name")),
    type: context.text(part, "sql-type"),
    value: context.contentObject(part),
  }));
  return (exchange) =>
    parts.map(({ name, type, value }) => {
      const given = read(value, exchange);
      const bare = "fixed" in value && typeof given === "string" ? given.trim() : given;
      return sqlParameter(read(name, exchange).trim(), readOptional(type, exchange) || null, bare);
    });
}

/** What the body of a SQL request is for is not documented: the members of its JSON object are parameters, too. */
function withBody(parameters: SqlParameter[], body: string): SqlParameter[] {
  if (body.trim() === "") return parameters;
  const named = new Set(parameters.map(({ name }) => name.replace(/^@/, "").toLowerCase()));
  const members = membersOf(body).filter(({ name }) => !named.has(name.toLowerCase()));
  return [...parameters, ...members.map(({ name, value }) => sqlParameter(name, null, value))];
}

function membersOf(body: string): JProperty[] {
  try {
    const token = parseToken(body);
    if (token instanceof JObject) return token.items as JProperty[];
  } catch {
    // Told below.
  }
  const message = "The body of a SQL request must be a JSON object, whose members are parameters.";
  throw new Fault({ source: "sql-data-source", reason: "ExpressionValueEvaluationFailure", status: 500, message });
}
