import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import pg from "pg";

export interface TestPostgres {
  /** Makes an empty database and answers with its URL. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

/** A real PostgreSQL server of its own; null, with a line that says why, where none can be had. */
export async function startPostgres(): Promise<TestPostgres | null> {
  const programs = findPrograms();
  if (programs === null) return none("PostgreSQL is not installed (initdb and pg_ctl were not found)");
  const asRoot = process.getuid?.() === 0;
  if (asRoot && spawnSync("id", ["postgres"]).status !== 0) return none("PostgreSQL refuses to run as root");
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-postgres-"));
  if (asRoot) execFileSync("chown", ["postgres", home]);
  const run = (program: string, args: string[]) => {
    const file = path.join(programs, program);
    const [command, all] = asRoot ? ["setpriv", [...becomePostgres, file, ...args]] : [file, args];
    execFileSync(command as string, all as string[], { cwd: home, stdio: ["ignore", "ignore", "pipe"] });
  };
  const data = path.join(home, "data");
  const port = await freePort();
  try {
    run("initdb", ["-D", data, "-U", "gatehouse", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]);
    const options = `-p ${port} -h 127.0.0.1 -c unix_socket_directories=${home} -c max_connections=200 -c fsync=off`;
    run("pg_ctl", ["-D", data, "-l", path.join(home, "log"), "-w", "-o", options, "start"]);
  } catch (error) {
    fs.rmSync(home, { recursive: true, force: true });
    return none(`PostgreSQL did not start: ${(error as Error).message}`);
  }
  const server = `postgresql://gatehouse@127.0.0.1:${port}`;
  return {
    database: async () => {
      const name = `test_${randomBytes(6).toString("hex")}`;
      const client = new pg.Client(`${server}/postgres`);
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return `${server}/${name}`;
    },
    stop: async () => {
      run("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"]);
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}

const becomePostgres = ["--reuid=postgres", "--regid=postgres", "--init-groups"];

function none(reason: string): null {
  console.warn(`PostgreSQL tests are skipped: ${reason}.`);
  return null;
}

/** Debian keeps the programs out of the path, one folder per version. */
function findPrograms(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => path.join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(":"),
  ];
  const complete = (folder: string) =>
    ["initdb", "pg_ctl"].every((program) => fs.existsSync(path.join(folder, program)));
  return folders.find(complete) ?? null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
