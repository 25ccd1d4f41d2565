import type { Database } from "./database";
import { writeSecrets } from "./secrets";
import type { Actor, DraftRow, DraftRows } from "./store";

type Stored = Awaited<ReturnType<Database["client"]["draft"]["findFirstOrThrow"]>>;

export function draftRows(database: Database): DraftRows {
  return {
    list: async () => {
      const rows = await database.client.draft.findMany({ orderBy: [{ changedAt: "desc" }, { id: "asc" }] });
      return rows.map(toDraft);
    },
    read: async (id) => {
      const row = await database.client.draft.findUnique({ where: { id } });
      return row === null ? null : toDraft(row);
    },
    save: (draft, secrets = []) =>
      database.transaction(async (client) => {
        await writeSecrets(client, secrets);
        const columns = toColumns(draft);
        await client.draft.upsert({ where: { id: draft.id }, create: { id: draft.id, ...columns }, update: columns });
      }),
    replace: (draft, since, secrets = []) =>
      database.transaction(async (client) => {
        const where = { id: draft.id, changedAt: since };
        const { count } = await client.draft.updateMany({ where, data: toColumns(draft) });
        if (count === 1) await writeSecrets(client, secrets);
        return count === 1;
      }),
    remove: async (id) => {
      const { count } = await database.write((client) => client.draft.deleteMany({ where: { id } }));
      return count > 0;
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
