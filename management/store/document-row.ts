import type { JsonObject } from "@/lib/json";
import { type Sql, sql } from "./sql";
import type { StoredDocument } from "./store";

/** A document as the database gives it: its columns are the members. */
export type DocumentRow = Omit<StoredDocument, "properties"> & { properties: JsonObject };

export const documentColumns: Sql = sql`d."id", d."type", d."name", d."parentId", d."properties", d."revision", d."createdAt", d."changedAt"`;

export function toDocument(row: DocumentRow): StoredDocument {
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    parentId: row.parentId,
    properties: row.properties,
    revision: Number(row.revision),
    createdAt: new Date(row.createdAt),
    changedAt: new Date(row.changedAt),
  };
}
