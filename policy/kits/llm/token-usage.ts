import { isRecord } from "./read-llm-request";

export interface TokenUsage {
  readonly prompt: number;
  readonly completion: number;
  readonly total: number;
}

export const noUsage: TokenUsage = { prompt: 0, completion: 0, total: 0 };

/** The usage section of an answer, as chats and completions write it, or the responses and messages APIs; null: there is none. */
export function usageIn(json: unknown): TokenUsage | null {
  if (!isRecord(json)) return null;
  const { usage } = json;
  if (!isRecord(usage)) return null;
  const prompt = numberIn(usage, "prompt_tokens") ?? numberIn(usage, "input_tokens");
  const completion = numberIn(usage, "completion_tokens") ?? numberIn(usage, "output_tokens");
  const total = numberIn(usage, "total_tokens");
  if (prompt === null && completion === null && total === null) return null;
  const known = (prompt ?? 0) + (completion ?? 0);
  return { prompt: prompt ?? 0, completion: completion ?? 0, total: Math.max(total ?? known, 0) };
}

function numberIn(usage: Record<string, unknown>, name: string): number | null {
  const value = usage[name];
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? Math.floor(value) : null;
}
