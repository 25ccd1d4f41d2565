import { type CompileContext, read, readOptional } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import type { CosmosWrite } from "@/policy/host/data-sources";
import { emptyCall } from "@/policy/kits/data-source/call-of";
import { plainValue } from "@/policy/kits/data-source/graphql-input";
import { optionalPartText } from "@/policy/kits/data-source/part-text";
import type { PolicyNode } from "@/policy/policy-node";
import { changeOf, source, wrong } from "./conditions";

/** A write: what its set-body makes, or the field's arguments. */
export function changeRequest(node: PolicyNode, context: CompileContext): (exchange: Exchange) => Promise<CosmosWrite> {
  const id = optionalPartText(node, "id", context, source);
  const kind = context.text(node, "type") ?? { fixed: "upsert" };
  const indexing = context.text(node, "indexing-directive");
  const answersItem = context.boolean(node, "enable-content-response-on-write") ?? { fixed: true };
  const change = changeOf(node, context);
  const setBody = node.children.filter(({ name }) => name === "set-body");
  const prepare = context.call(setBody);
  return async (exchange) => {
    const call = emptyCall();
    await prepare(exchange, call);
    return {
      kind: read(kind, exchange) as CosmosWrite["kind"],
      id: readOptional(id, exchange) || null,
      item: setBody.length === 0 ? argumentsOf(exchange) : itemOf(new TextDecoder().decode(await call.body.bytes())),
      indexing: directives[readOptional(indexing, exchange) ?? "default"] ?? null,
      answersItem: read(answersItem, exchange),
      ...change(exchange),
    };
  };
}

const directives: Readonly<Record<string, CosmosWrite["indexing"]>> = { include: "Include", exclude: "Exclude" };

const argumentsOf = ({ graphql }: Exchange): CosmosWrite["item"] =>
  (plainValue(graphql?.arguments) ?? {}) as CosmosWrite["item"];

function itemOf(text: string): CosmosWrite["item"] {
  try {
    const item: unknown = JSON.parse(text);
    if (typeof item === "object" && item !== null && !Array.isArray(item)) return item as CosmosWrite["item"];
  } catch {
    // Told below.
  }
  throw wrong("The body of a write request must be a JSON object.");
}
