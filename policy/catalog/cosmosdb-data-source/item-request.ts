import { type CompileContext, read, requiredPart } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import type { CosmosDelete, CosmosRead } from "@/policy/host/data-sources";
import { partText } from "@/policy/kits/data-source/part-text";
import type { PolicyNode } from "@/policy/policy-node";
import { changeOf, partitionKeyOf, source } from "./conditions";

export function readRequest(node: PolicyNode, context: CompileContext): (exchange: Exchange) => CosmosRead {
  const id = partText(requiredPart(node, "id"), context, source);
  const partitionKey = partitionKeyOf(node, context);
  return (exchange) => ({ kind: "read", id: read(id, exchange), partitionKey: partitionKey(exchange) });
}

export function deleteRequest(node: PolicyNode, context: CompileContext): (exchange: Exchange) => CosmosDelete {
  const id = partText(requiredPart(node, "id"), context, source);
  const change = changeOf(node, context);
  return (exchange) => ({ kind: "delete", id: read(id, exchange), ...change(exchange) });
}
