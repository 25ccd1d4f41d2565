import type { Json } from "@/lib/json";

/** A change of the log, as the service tells it. */
export interface Change {
  revision: number;
  at: string;
  title: string;
  actor: { kind: "user" | "token" | "system"; id: string; name: string };
  origin?: { kind: "undo"; revision: number } | { kind: "draft"; id: string } | null;
  /** Left out in the list of all changes, which names the documents only. */
  entries?: ChangeEntry[];
  documents?: { id: string; type: string; name: string; action: "create" | "update" | "delete" }[];
  documentCount?: number;
}

export interface ChangeEntry {
  id: string;
  type: string;
  name: string;
  before: Json;
  after: Json;
}

export interface ChangeList {
  value: Change[];
  count?: number;
  nextLink?: string | null;
}
