import {
  type CompileContext,
  fixedOptional,
  partNamed,
  partsNamed,
  read,
  readOptional,
  required,
  requiredPart,
  type Value,
} from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import { expressionText } from "@/policy/expression/compile-expression";
import type { CosmosQuery } from "@/policy/host/data-sources";
import { plainValue } from "@/policy/kits/data-source/graphql-input";
import { optionalPartText, partText } from "@/policy/kits/data-source/part-text";
import type { PolicyNode } from "@/policy/policy-node";
import { booleanOf, numberOf, partitionKeyOf, source, wrong } from "./conditions";

/** Without a statement, all items. */
const everything = "SELECT * FROM c";

export function queryRequest(node: PolicyNode, context: CompileContext): (exchange: Exchange) => CosmosQuery {
  const statement = optionalPartText(node, "sql-statement", context, source) ?? { fixed: everything };
  const parameters = partsNamed(partNamed(node, "parameters") ?? node, "parameter").map((part) => ({
    name: required(part, "name", context.text(part, "name")),
    type: context.text(part, "type"),
    value: context.contentObject(part),
  }));
  const partitionKey = partitionKeyOf(node, context);
  const paging = pagingOf(node, context);
  const lowPrecisionOrderBy = fixedOptional(node, context.boolean(node, "enable-low-precision-order-by"));
  return (exchange) => ({
    kind: "query",
    statement: read(statement, exchange),
    parameters: parameters.map(({ name, type, value }) => ({
      name: read(name, exchange).trim(),
      value: parameterValue(read(value, exchange), "fixed" in value, readOptional(type, exchange)),
    })),
    partitionKey: partitionKey(exchange),
    paging: paging(exchange),
    lowPrecisionOrderBy,
  });
}

/** As the .NET type of an expression's value is, unless a type is named, which no documentation tells of. */
function parameterValue(given: unknown, isLiteral: boolean, type: string | null): unknown {
  const value = isLiteral && typeof given === "string" ? given.trim() : given;
  switch (type?.toLowerCase() ?? "") {
    case "":
      return plainValue(value);
    case "string":
      return expressionText(value);
    case "null":
      return null;
    case "bool":
    case "boolean":
      return booleanOf(expressionText(value).trim(), "parameter");
    case "number":
    case "int":
    case "integer":
    case "decimal":
    case "double":
    case "float":
      return numberOf(expressionText(value).trim(), "parameter");
    default:
      throw wrong(`'${type}' is not a type of a parameter: it must be string, number, bool or null.`);
  }
}

function pagingOf(node: PolicyNode, context: CompileContext): (exchange: Exchange) => CosmosQuery["paging"] {
  const paging = partNamed(node, "paging");
  if (paging === undefined) return () => null;
  const count: Value<string> = partText(requiredPart(paging, "max-item-count"), context, source);
  const token: Value<string> = partText(requiredPart(paging, "continuation-token"), context, source);
  return (exchange) => {
    const maxItems = numberOf(read(count, exchange), "max-item-count");
    if (!Number.isInteger(maxItems) || maxItems === 0 || maxItems < -1) {
      throw wrong("'max-item-count' must be a positive whole number, or -1 for no limit.");
    }
    return { maxItems, continuation: read(token, exchange) || null };
  };
}
