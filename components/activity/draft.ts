import type { Json } from "@/lib/json";
import type { Change, ChangeEntry } from "../data/change";

/** Changes that are saved together and not made yet. */
export interface Draft {
  id: string;
  title: string;
  actor: Change["actor"];
  createdAt: string;
  changedAt: string;
  documentCount: number;
}

export interface DraftEntry extends ChangeEntry {
  /** Somebody changed the document after it was drafted, so the draft cannot be published with it. */
  changedSince: boolean;
  /** Of the drafted version. */
  etag: string;
  /** The document as others left it, where they changed it; null: they removed it. */
  live?: Json;
  liveRevision?: number;
}

export interface DraftDiff extends Draft {
  value: DraftEntry[];
  count: number;
}

export const draftPath = (id: string): string => `/drafts/${id}`;
