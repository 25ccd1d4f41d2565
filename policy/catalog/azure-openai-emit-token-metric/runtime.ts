import type { Runtime } from "@/policy/catalog/compile";
import { emitTokenMetric } from "@/policy/kits/llm/emit-token-metric";

export const runtime: Runtime = { compile: emitTokenMetric };
