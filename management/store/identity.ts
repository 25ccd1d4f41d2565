import { auditRows } from "./audit";
import { type Database, execute, type TransactionClient } from "./database";
import { raised } from "./prisma-error";
import { sql } from "./sql";
import { AddressTaken, type IdentityRows, type OperatorRow, type Role, type TokenRow } from "./store";

type StoredOperator = Awaited<ReturnType<Database["client"]["operator"]["findFirstOrThrow"]>>;
type StoredToken = Awaited<ReturnType<Database["client"]["token"]["findFirstOrThrow"]>>;

/** People and their tokens. */
export function identityRows(database: Database): IdentityRows {
  const { client } = database;
  return {
    ...auditRows(database),
    operators: async () => {
      const rows = await client.operator.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
      return rows.map(toOperator);
    },
    operator: async (by) => {
      const where =
        "id" in by ? { id: by.id } : "email" in by ? { emailKey: keyOf(by.email) } : { externalId: by.externalId };
      const row = await client.operator.findUnique({ where });
      return row === null ? null : toOperator(row);
    },
    saveOperator: async (operator) => {
      await oneAddressEach(operator, () => database.write((write) => upsert(write, operator)));
    },
    saveFirstOperator: (operator) =>
      database.transaction(async (write) => {
        // Whoever comes second waits here, and then finds somebody.
        await execute(write, sql`UPDATE "Service" SET "revision" = "revision" WHERE "id" = 'service'`);
        if ((await write.operator.count()) > 0) return false;
        await upsert(write, operator);
        return true;
      }),
    updateOperator: async (id, { endSessions, ...fields }) => {
      const data = { ...fields, sessionEpoch: endSessions ? { increment: 1 } : undefined };
      const [row] = await database.write((write) => write.operator.updateManyAndReturn({ where: { id }, data }));
      return row === undefined ? null : toOperator(row);
    },
    removeOperator: async (id) => {
      const { count } = await database.write((write) => write.operator.deleteMany({ where: { id } }));
      return count > 0;
    },
    tokens: async (operatorId) => {
      const rows = await client.token.findMany({
        where: { operatorId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      });
      return rows.map(toToken);
    },
    tokenByHash: async (hash) => {
      const row = await client.token.findUnique({ where: { hash } });
      return row === null ? null : toToken(row);
    },
    saveToken: async ({ id, operatorId, name, hash, role, createdAt, expiresAt, usedAt, revokedAt }) => {
      const columns = { operatorId, name, hash, role, createdAt, expiresAt, usedAt, revokedAt };
      await database.write((write) =>
        write.token.upsert({ where: { id }, create: { id, ...columns }, update: columns }),
      );
    },
    touchToken: async (id, usedAt) => {
      await database.write((write) => write.token.updateMany({ where: { id }, data: { usedAt } }));
    },
  };
}

const keyOf = (email: string) => email.normalize("NFC").toLowerCase();

async function upsert(client: TransactionClient, operator: OperatorRow): Promise<void> {
  const { id, email, name, role, roleFrom, passwordHash, externalId, disabled, sessionEpoch, createdAt, signedInAt } =
    operator;
  const columns = {
    ...{ email, emailKey: keyOf(email), name, role, roleFrom, passwordHash, externalId },
    ...{ disabled, sessionEpoch, createdAt, signedInAt },
  };
  await client.operator.upsert({ where: { id }, create: { id, ...columns }, update: columns });
}

async function oneAddressEach(operator: OperatorRow, save: () => Promise<void>): Promise<void> {
  try {
    await save();
  } catch (error) {
    if (raised(error, "unique")) throw new AddressTaken(operator.email);
    throw error;
  }
}

const toOperator = ({ emailKey: _, ...row }: StoredOperator): OperatorRow => ({
  ...row,
  role: row.role as Role,
  roleFrom: row.roleFrom as OperatorRow["roleFrom"],
});

const toToken = (row: StoredToken): TokenRow => ({ ...row, role: row.role as Role });
