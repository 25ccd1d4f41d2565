import type { Json } from "@/lib/json";
import type { TransactionClient } from "./database";

export type BackupRow = Record<string, Json | Date>;

/** One table as a backup reads and writes it, the same for both databases. */
export interface BackupTable {
  name: string;
  /** Rows after this one in the order of the key, at most `take`. */
  read(client: TransactionClient, after: BackupRow | undefined, take: number): Promise<BackupRow[]>;
  write(client: TransactionClient, rows: BackupRow[]): Promise<unknown>;
  /** The database counts these ids itself and must be told where to go on. */
  counted?: boolean;
}

interface Model {
  findMany(query: object): Promise<object[]>;
  createMany(rows: { data: object[] }): Promise<unknown>;
}

/** `key` is the primary key: one column, or several with the name that Prisma gives them together. */
function table(
  name: string,
  modelOf: (client: TransactionClient) => unknown,
  key: string[],
  counted = false,
): BackupTable {
  // The members used here are alike on every model; their types, one per model, have no common form.
  const model = (client: TransactionClient) => modelOf(client) as Model;
  const cursorOf = (row: BackupRow) => {
    const values = Object.fromEntries(key.map((column) => [column, row[column]]));
    return key.length === 1 ? values : { [key.join("_")]: values };
  };
  return {
    name,
    counted,
    read: async (client, after, take) => {
      const from = after === undefined ? {} : { cursor: cursorOf(after), skip: 1 };
      const orderBy = key.map((column) => ({ [column]: "asc" }));
      return (await model(client).findMany({ ...from, take, orderBy })) as BackupRow[];
    },
    // A null that is left out is the database's null, which for a JSON column is what it was.
    write: (client, rows) =>
      model(client).createMany({
        data: rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))),
      }),
  };
}

/** Every table, those referred to before those that refer. Ids sort parents before their children. */
export const backupTables: readonly BackupTable[] = [
  table("Service", (client) => client.service, ["id"]),
  table("Document", (client) => client.document, ["id"]),
  table("Reference", (client) => client.reference, ["fromId", "toId"]),
  table("Change", (client) => client.change, ["revision"]),
  table("ChangeEntry", (client) => client.changeEntry, ["revision", "documentId"]),
  table("Secret", (client) => client.secret, ["id"]),
  table("Draft", (client) => client.draft, ["id"]),
  table("Node", (client) => client.node, ["name"]),
  table("Receipt", (client) => client.receipt, ["id"], true),
  table("Trace", (client) => client.trace, ["id"]),
  table("TestRun", (client) => client.testRun, ["apiId", "draftId"]),
  table("TestResult", (client) => client.testResult, ["apiId", "draftId", "testId"]),
  table("Operator", (client) => client.operator, ["id"]),
  table("Token", (client) => client.token, ["id"]),
  table("Audit", (client) => client.audit, ["id"], true),
];
