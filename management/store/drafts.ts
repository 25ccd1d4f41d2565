import { draftChannel } from "./commit-listener";
import { type Database, query, type TransactionClient } from "./database";
import { writeSecrets } from "./secrets";
import { sql } from "./sql";
import type { Actor, DraftRow, DraftRows } from "./store";

type Stored = Awaited<ReturnType<Database["client"]["draft"]["findFirstOrThrow"]>>;

/** `tell` hears of each draft that was written here; other portals are told by the database. */
export function draftRows(database: Database, tell: (draftId: string) => void): DraftRows {
  /** `work` says whether it wrote anything. */
  const writing = async (id: string, work: (client: TransactionClient) => Promise<boolean>): Promise<boolean> => {
    const written = await database.transaction(async (client) => {
      const done = await work(client);
      // Delivered by PostgreSQL when, and only when, this commits.
      if (done && database.dialect === "postgresql") {
        await query(client, sql`SELECT 1 AS "sent" FROM pg_notify(${draftChannel}, ${id})`);
      }
      return done;
    });
    if (written) tell(id);
    return written;
  };
  return {
    list: async () => {
      const rows = await database.client.draft.findMany({ orderBy: [{ changedAt: "desc" }, { id: "asc" }] });
      return rows.map(toDraft);
    },
    read: async (id) => {
      const row = await database.client.draft.findUnique({ where: { id } });
      return row === null ? null : toDraft(row);
    },
    save: async (draft, secrets = []) => {
      await writing(draft.id, async (client) => {
        await writeSecrets(client, secrets);
        const columns = toColumns(draft);
        await client.draft.upsert({ where: { id: draft.id }, create: { id: draft.id, ...columns }, update: columns });
        return true;
      });
    },
    replace: (draft, since, secrets = []) =>
      writing(draft.id, async (client) => {
        const where = { id: draft.id, changedAt: since };
        const { count } = await client.draft.updateMany({ where, data: toColumns(draft) });
        if (count === 1) await writeSecrets(client, secrets);
        return count === 1;
      }),
    remove: (id) =>
      writing(id, async (client) => {
        const { count } = await client.draft.deleteMany({ where: { id } });
        return count > 0;
      }),
    changedAt: async (ids) => {
      const select = { id: true, changedAt: true };
      const rows = await database.client.draft.findMany({ where: { id: { in: [...ids] } }, select });
      return new Map(rows.map(({ id, changedAt }) => [id, changedAt]));
    },
  };
}

const toColumns = (draft: DraftRow) => ({
  title: draft.title,
  actorKind: draft.actor.kind,
  actorId: draft.actor.id,
  actorName: draft.actor.name,
  createdAt: draft.createdAt,
  changedAt: draft.changedAt,
  entries: JSON.parse(JSON.stringify(draft.entries)),
});

const toDraft = (row: Stored): DraftRow => ({
  id: row.id,
  title: row.title,
  actor: { kind: row.actorKind as Actor["kind"], id: row.actorId, name: row.actorName },
  createdAt: row.createdAt,
  changedAt: row.changedAt,
  entries: row.entries as unknown as DraftRow["entries"],
});
