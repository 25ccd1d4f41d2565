import type { Database } from "./database";
import type { TraceRows } from "./store";

export function traceRows(database: Database): TraceRows {
  return {
    save: async ({ id, at, sealed }) => {
      await database.write((write) =>
        write.trace.upsert({ where: { id }, create: { id, at, sealed }, update: { at, sealed } }),
      );
    },
    read: (id) => database.client.trace.findUnique({ where: { id } }),
    removeBefore: async (at) => {
      await database.write((write) => write.trace.deleteMany({ where: { at: { lt: at } } }));
    },
  };
}
