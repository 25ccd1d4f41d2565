import type { Database } from "./database";
import type { NodeRow, NodeRows } from "./store";

export function nodeRows(database: Database): NodeRows {
  const { client } = database;
  return {
    list: async () => {
      const rows = await client.node.findMany({ orderBy: { name: "asc" } });
      return rows.map((row): NodeRow => ({ ...row, addresses: row.addresses as string[] }));
    },
    save: async ({ name, version, startedAt, seenAt, connected, revision, addresses }) => {
      const columns = { version, startedAt, seenAt, connected, revision, addresses };
      await database.write((write) =>
        write.node.upsert({ where: { name }, create: { name, ...columns }, update: columns }),
      );
    },
    remove: async (name) => {
      const { count } = await database.write((write) => write.node.deleteMany({ where: { name } }));
      return count > 0;
    },
    addReceipt: async ({ node, revision, at, latencyMs, durationMs, refused }) => {
      const data = { node, revision, at, latencyMs, durationMs, refused };
      await database.write((write) => write.receipt.create({ data }));
    },
    receipts: async ({ revision, node, top }) => {
      const rows = await client.receipt.findMany({
        where: { revision, node },
        orderBy: { id: "desc" },
        take: top,
      });
      return rows.map(({ id: _, ...receipt }) => receipt);
    },
  };
}
