import type { Runtime } from "@/policy/catalog/compile";
import { semanticCacheStore } from "@/policy/kits/llm/semantic-cache-store";

export const runtime: Runtime = { compile: semanticCacheStore };
