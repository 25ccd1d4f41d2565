import type { Runtime } from "@/policy/catalog/compile";
import { semanticCacheLookup } from "@/policy/kits/llm/semantic-cache-lookup";

export const runtime: Runtime = { compile: semanticCacheLookup };
