import type { Runtime } from "@/policy/catalog/compile";
import { tokenLimit } from "@/policy/kits/llm/token-limit";

export const runtime: Runtime = { compile: tokenLimit };
