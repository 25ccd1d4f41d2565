import type { Json } from "@/lib/json";
import { type Answer, ask } from "../../data/arm-client";
import { ArmError } from "../../data/arm-error";
import type { Resource } from "../../data/resource";
import type { PolicyTarget } from "../editing";

export interface PolicyVersion {
  text: string;
  etag: string;
}

export interface Publication {
  answer: Answer<Resource>;
  /** The change that was made; null when a draft keeps it or when nothing differed. */
  revision: number | null;
}

/**
 * Writes a policy document, as a change of this title or into a draft. `etag` is that of the version it was made from;
 * null: there was no document, and none may have come meanwhile.
 */
export async function publishPolicy(
  { path, standing }: PolicyTarget,
  { text, etag, title, draft }: { text: string; etag: string | null; title: string; draft: string | null },
): Promise<Publication> {
  const write = async (into: string) => {
    const properties: Record<string, Json> = { value: text, format: "rawxml" };
    if (standing.kind === "fragment" && etag !== null) {
      // A write states all of a document; what is not edited here stays.
      const { body } = await ask<Resource>(path, { query: { draft: into } });
      if (typeof body.properties.description === "string") properties.description = body.properties.description;
    }
    return ask<Resource>(path, {
      method: "PUT",
      query: { draft: into, format: "rawxml" },
      body: { properties },
      ...(etag === null ? { ifNoneMatch: "*" as const } : { ifMatch: etag }),
    });
  };
  if (draft !== null) {
    await write(draft);
    return { answer: await ask<Resource>(path, { query: { format: "rawxml", draft } }), revision: null };
  }
  // A change gets its title from the draft that it is made of.
  const own = crypto.randomUUID();
  await ask(`/drafts/${own}`, { method: "PUT", body: { title: title.slice(0, 300) } });
  try {
    await write(own);
    const { body } = await ask<{ revision: number | null }>(`/drafts/${own}/publish`, { method: "POST" });
    const answer = await ask<Resource>(path, { query: { format: "rawxml" } });
    return { answer, revision: body.revision };
  } catch (refusal) {
    await ask(`/drafts/${own}`, { method: "DELETE" }).catch(() => undefined);
    throw refusal;
  }
}

/** Somebody else wrote the document since it was read. */
export const isConflict = (error: unknown): boolean =>
  error instanceof ArmError &&
  (error.isConflict || (error.status === 409 && error.details.some(({ code }) => code === "ChangedSince")));

/** The document as it is now, and who wrote it last; null where there is none any more. */
export async function readLive(
  { path, standing }: PolicyTarget,
  draft: string | null,
): Promise<{ version: PolicyVersion | null; by: string | null; revision: number | null }> {
  const query = { format: "rawxml", draft: draft ?? undefined };
  try {
    if (standing.kind !== "fragment") {
      const held = await ask<{ value: unknown[] }>(path.slice(0, path.lastIndexOf("/")), { query });
      if (held.body.value.length === 0) return { version: null, by: null, revision: null };
    }
    const [{ body, etag, revision }, history] = await Promise.all([
      ask<Resource>(path, { query }),
      draft === null
        ? ask<{ value: { actor?: { name?: string } }[] }>(`${path}/history`, { query: { $top: 1 } }).catch(() => null)
        : null,
    ]);
    const by = history?.body.value[0]?.actor?.name ?? null;
    return { version: { text: String(body.properties.value ?? ""), etag: etag ?? "*" }, by, revision };
  } catch (error) {
    if (error instanceof ArmError && error.isAbsent) return { version: null, by: null, revision: null };
    throw error;
  }
}
