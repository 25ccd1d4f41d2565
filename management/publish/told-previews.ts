import { maxPreviews } from "@/contract/preview";
import type { PreviewFrame } from "@/contract/stream";
import type { NodeConnection } from "./node-connection";

/** A draft in one of its states, as one gateway was told it. */
export interface ToldPreview {
  readonly connection: NodeConnection;
  readonly draftId: string;
  readonly digest: string;
  readonly expiresAt: number;
}

/** Which drafts which gateways can run, as far as this portal has told them, or they it. */
export class ToldPreviews {
  /** By gateway and draft; those told last stand last. */
  readonly #told = new Map<NodeConnection, Map<string, ToldPreview>>();

  tell(connection: NodeConnection, frame: PreviewFrame): void {
    this.#keep(connection, frame);
    connection.sendAside(frame);
  }

  /** What it was told by another portal, or by this one before it was started anew; false: of this draft it was told since. */
  announced(connection: NodeConnection, draftId: string, digest: string, lifetimeMs: number): boolean {
    if (this.#told.get(connection)?.has(draftId)) return false;
    this.#keep(connection, { draftId, digest, expiresAt: Date.now() + lifetimeMs });
    return true;
  }

  of(draftId: string): ToldPreview[] {
    return [...this.#told.values()].flatMap((previews) => previews.get(draftId) ?? []);
  }

  /** Tells a gateway that it is over, unless it was told of the draft anew. */
  end(preview: ToldPreview): void {
    const { connection, draftId } = preview;
    const previews = this.#told.get(connection);
    if (previews?.get(draftId) !== preview) return;
    previews.delete(draftId);
    connection.sendAside({ kind: "preview-end", draftId });
  }

  gone(connection: NodeConnection): void {
    this.#told.delete(connection);
  }

  get draftIds(): Set<string> {
    const now = Date.now();
    const ids = new Set<string>();
    for (const previews of this.#told.values()) {
      for (const [draftId, { expiresAt }] of previews) {
        if (expiresAt <= now) previews.delete(draftId);
        else ids.add(draftId);
      }
    }
    return ids;
  }

  #keep(connection: NodeConnection, preview: Omit<ToldPreview, "connection">): void {
    const { draftId, digest, expiresAt } = preview;
    const previews = this.#told.get(connection) ?? new Map<string, ToldPreview>();
    this.#told.set(connection, previews);
    previews.delete(draftId);
    previews.set(draftId, { connection, draftId, digest, expiresAt });
    // A gateway keeps no more either.
    for (const [first] of previews) {
      if (previews.size <= maxPreviews) break;
      previews.delete(first);
    }
  }
}
