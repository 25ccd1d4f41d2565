import { type CompileContext, fixedOptional, readOptional } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed, type Step } from "@/policy/exchange";
import { compileDimensions } from "@/policy/kits/metric/dimensions";
import type { PolicyNode } from "@/policy/policy-node";
import { readLlmRequest } from "./read-llm-request";
import type { TokenUsage } from "./token-usage";
import { watchUsage } from "./watch-usage";

type Kind = "total-tokens" | "prompt-tokens" | "completion-tokens";
const names: Record<Kind, string> = {
  "total-tokens": "Total Tokens",
  "prompt-tokens": "Prompt Tokens",
  "completion-tokens": "Completion Tokens",
};

/** llm-emit-token-metric and azure-openai-emit-token-metric. */
export function emitTokenMetric(node: PolicyNode, context: CompileContext): Step {
  const namespace = fixedOptional(node, context.text(node, "namespace")) ?? "API Management";
  const valueType = fixedOptional(node, context.text(node, "value-type")) ?? "all";
  const ignoresPrompt = fixedOptional(node, context.boolean(node, "ignore-prompt")) ?? false;
  const givenName = context.text(node, "name");
  const readDimensions = compileDimensions(node, context);
  const kinds = (Object.keys(names) as Kind[]).filter((kind) => valueType === "all" || kind === valueType);

  return async (exchange: Exchange): Promise<Flow> => {
    const request = await readLlmRequest(exchange);
    const dimensions = readDimensions(exchange);
    const name = readOptional(givenName, exchange);
    watchUsage(exchange, request, (usage, { status }) => {
      // A call that failed cost nothing.
      if (status >= 400) return;
      const values = valuesOf(usage, ignoresPrompt);
      for (const kind of kinds) {
        if (ignoresPrompt && kind === "prompt-tokens") continue;
        exchange.host.telemetry.record({
          namespace,
          name: metricName(name, kind, kinds),
          value: values[kind],
          dimensions,
        });
      }
      exchange.trace?.note(node.name, { ...usage, dimensions });
    });
    return proceed;
  };
}

/** The attribute `name` is in the schema only: one metric takes it as its name, several put it before theirs. */
const metricName = (name: string | null, kind: Kind, kinds: readonly Kind[]): string =>
  name === null || name === "" ? names[kind] : kinds.length === 1 ? name : `${name} ${names[kind]}`;

const valuesOf = ({ prompt, completion, total }: TokenUsage, ignoresPrompt: boolean): Record<Kind, number> => ({
  "total-tokens": ignoresPrompt ? completion : total,
  "prompt-tokens": prompt,
  "completion-tokens": completion,
});
