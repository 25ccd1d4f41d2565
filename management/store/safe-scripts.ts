import { DriverAdapterError, type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";

/**
 * adapter-pg splits a script at every semicolon and runs the pieces one by one; `run` sends it whole, so that a
 * migration is applied wholly or not at all.
 */
export function withSafeScripts(
  factory: SqlMigrationAwareDriverAdapterFactory,
  run: (sql: string) => Promise<unknown>,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect();
      adapter.executeScript = async (sql) => {
        try {
          await run(sql);
        } catch (error) {
          throw asDriverError(error as Partial<PostgresError> & Error);
        }
      };
      return adapter;
    },
  };
}

interface PostgresError {
  code: string;
  severity: string;
  detail: string;
  column: string;
  hint: string;
}

function asDriverError(error: Partial<PostgresError> & Error): DriverAdapterError {
  return new DriverAdapterError({
    kind: "postgres",
    code: error.code ?? "N/A",
    severity: error.severity ?? "ERROR",
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
    originalCode: error.code,
    originalMessage: error.message,
  });
}
