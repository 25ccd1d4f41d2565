import { type CompileContext, partNamed, read, readOptional, type Value } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { CosmosDelete, PartitionKey } from "@/policy/host/data-sources";
import { optionalPartText } from "@/policy/kits/data-source/part-text";
import type { PolicyNode } from "@/policy/policy-node";

/** What requests of several kinds have in common. */

export const source = "cosmosdb-data-source";

export const wrong = (message: string): Fault =>
  new Fault({ source, reason: "ExpressionValueEvaluationFailure", status: 500, message });

type Change = Pick<CosmosDelete, "partitionKey" | "etag" | "consistency" | "preTrigger" | "postTrigger">;

export function changeOf(node: PolicyNode, context: CompileContext): (exchange: Exchange) => Change {
  const partitionKey = partitionKeyOf(node, context);
  const etag = optionalPartText(node, "etag", context, source);
  const etagNode = partNamed(node, "etag");
  const match = etagNode === undefined ? null : context.text(etagNode, "type");
  const consistency = context.text(node, "consistency-level");
  const preTrigger = context.text(node, "pre-trigger");
  const postTrigger = context.text(node, "post-trigger");
  return (exchange) => {
    const value = readOptional(etag, exchange) ?? "";
    return {
      partitionKey: partitionKey(exchange),
      // An optional argument leaves it empty.
      etag: value === "" ? null : { value, mustMatch: readOptional(match, exchange) !== "no-match" },
      consistency: inCamelCase(readOptional(consistency, exchange)),
      preTrigger: readOptional(preTrigger, exchange) || null,
      postTrigger: readOptional(postTrigger, exchange) || null,
    };
  };
}

const inCamelCase = (words: string | null): string | null =>
  words === null ? null : words.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

export function partitionKeyOf(node: PolicyNode, context: CompileContext): (exchange: Exchange) => PartitionKey {
  const part = partNamed(node, "partition-key");
  if (part === undefined) return () => undefined;
  const text = optionalPartText(node, "partition-key", context, source) as Value<string>;
  const type = context.text(part, "data-type") ?? { fixed: "string" };
  return (exchange) => keyOf(read(text, exchange), read(type, exchange));
}

function keyOf(text: string, type: string): PartitionKey {
  if (type === "none") return "none";
  if (type === "null") return { value: null };
  if (type === "string") return { value: text };
  return { value: type === "number" ? numberOf(text, "partition-key") : booleanOf(text, "partition-key") };
}

export function numberOf(text: string, what: string): number {
  const value = Number(text);
  if (text !== "" && Number.isFinite(value)) return value;
  throw wrong(`The value of '${what}' is not a number.`);
}

export function booleanOf(text: string, what: string): boolean {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  throw wrong(`The value of '${what}' is neither true nor false.`);
}
