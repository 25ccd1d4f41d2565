import { type CompileContext, partNamed, read, type Value } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { LiquidProblem, type LiquidTemplate, parseLiquidLeniently } from "@/policy/kits/liquid/liquid-template";
import { scopeOf } from "@/policy/kits/liquid/scope-of";
import type { PolicyNode } from "@/policy/policy-node";
import { graphqlInput } from "./graphql-input";

/** The text in an element without the white space around it, made by a Liquid template where it says so. */
export function partText(part: PolicyNode, context: CompileContext, source: string): Value<string> {
  if (part.attributes.get("template")?.trim().toLowerCase() === "liquid") return templated(part, source);
  const content = context.content(part);
  return "fixed" in content
    ? { fixed: content.fixed.trim() }
    : { evaluate: (exchange) => read(content, exchange).trim() };
}

/** Of the part of that name; null: there is none. */
export function optionalPartText(
  node: PolicyNode,
  name: string,
  context: CompileContext,
  source: string,
): Value<string> | null {
  const part = partNamed(node, name);
  return part === undefined ? null : partText(part, context, source);
}

const options = { parseDate: false, nilIsNull: false };

function templated(part: PolicyNode, source: string): Value<string> {
  const template = parseLiquidLeniently(part.text);
  return { evaluate: (exchange) => rendered(template, exchange, { part, source }).trim() };
}

function rendered(
  template: LiquidTemplate,
  exchange: Exchange,
  { part, source }: { part: PolicyNode; source: string },
): string {
  try {
    return template.render(scopeOf(exchange, graphqlInput(exchange, options), options));
  } catch (error) {
    if (!(error instanceof LiquidProblem)) throw error;
    const message = `The Liquid template of '${part.name}' failed: ${error.message}`;
    throw new Fault({ source, reason: "ExpressionValueEvaluationFailure", status: 500, message, cause: error });
  }
}
