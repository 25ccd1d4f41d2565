import { ask } from "../data/arm-client";

/** The value in clear; the audit trail notes who asked. */
export const readNamedValue = async (path: string, query: { draft?: string } = {}): Promise<string> =>
  (await ask<{ value: string | null }>(`${path}/listValue`, { method: "POST", query })).body.value ?? "";
