import { ask } from "../data/arm-client";

export type WhichKey = "primaryKey" | "secondaryKey";

/** Reads one key in clear; the audit trail notes it. */
export async function readKey(path: string, which: WhichKey, query: { draft?: string } = {}): Promise<string> {
  const { body } = await ask<Record<WhichKey, string | null>>(`${path}/listSecrets`, { method: "POST", query });
  return body[which] ?? "";
}

export const regenerate = (path: string, which: WhichKey) =>
  ask<null>(`${path}/${which === "primaryKey" ? "regeneratePrimaryKey" : "regenerateSecondaryKey"}`, {
    method: "POST",
  });
