import type { JsonObject } from "@/lib/json";
import { ask } from "./arm-client";

export interface Write {
  path: string;
  method: "PUT" | "DELETE";
  properties?: JsonObject;
}

/**
 * Several writes as one change: all of them go live at once, and one Undo takes all of them back. Nothing is written
 * when one of them is refused.
 */
export async function publishTogether(title: string, writes: readonly Write[]): Promise<number | null> {
  const draft = crypto.randomUUID();
  await ask(`/drafts/${draft}`, { method: "PUT", body: { title } });
  try {
    for (const { path, method, properties } of writes) {
      await ask(path, { method, query: { draft }, body: properties === undefined ? undefined : { properties } });
    }
    const { body } = await ask<{ revision: number | null }>(`/drafts/${draft}/publish`, { method: "POST" });
    return body.revision;
  } catch (refusal) {
    await ask(`/drafts/${draft}`, { method: "DELETE" }).catch(() => undefined);
    throw refusal;
  }
}
