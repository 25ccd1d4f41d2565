import fs from "node:fs";
import { type BackupFoot, type BackupHead, writeBackup } from "./backup";
import { openPostgresql } from "./postgresql";
import { openSqlite, sqliteFile } from "./sqlite";

/** Backs up an installation from outside its process, whether it runs or not. */
export async function backupStore(settings: {
  databaseUrl?: string;
  dataDir: string;
  file: string;
}): Promise<BackupHead & BackupFoot> {
  const { databaseUrl, dataDir, file } = settings;
  if (databaseUrl === undefined && !fs.existsSync(sqliteFile(dataDir))) {
    throw new Error(`${dataDir} holds no database. Start Gatehouse once, or set GATEHOUSE_DATA_DIR.`);
  }
  const database =
    databaseUrl === undefined
      ? await openSqlite(sqliteFile(dataDir), { migrations: "none" })
      : await openPostgresql(databaseUrl, { migrations: "none" });
  try {
    return await writeBackup(database, file);
  } finally {
    await database.close();
  }
}
