import type { CosmosClient } from "@azure/cosmos";
import type { EgressGuard } from "@/gateway/egress/egress-guard";
import type { OutgoingCalls } from "@/gateway/outgoing/outgoing-calls";
import { RecentlyUsed } from "@/lib/recently-used";
import { Fault } from "@/policy/fault";
import type { Asker, CosmosQuestion, DataSources, SqlQuestion, SqlRow } from "@/policy/host/data-sources";
import type { ManagedIdentity } from "@/policy/host/managed-identity";
import { type AnswerLimits, askSql, SqlAnswerTooLarge } from "./ask-sql";
import { parseCosmosAccount } from "./cosmos-account";
import { cosmosClient } from "./cosmos-client";
import { SqlParameterProblem } from "./sql-parameter";
import { SqlPool } from "./sql-pool";
import { parseSqlSettings } from "./sql-settings";

export interface DataSourcesOptions {
  readonly guard: EgressGuard;
  readonly calls: OutgoingCalls;
  readonly identity: () => ManagedIdentity;
  readonly maxAnswerBytes: number;
}

const maxKept = 100;
const maxRows = 100_000;
const sqlResource = "https://database.windows.net/";

/** SQL servers and Cosmos DB, through their own client libraries, which are loaded when first used. */
export class GatewayDataSources implements DataSources {
  readonly #options: DataSourcesOptions;
  readonly #limits: AnswerLimits;
  readonly #pools = new RecentlyUsed<SqlPool>(maxKept, undefined, (pool) => pool.close());
  readonly #clients = new RecentlyUsed<Promise<CosmosClient>>(maxKept, undefined, (client) => {
    client.then((each) => each.dispose()).catch(() => undefined);
  });

  constructor(options: DataSourcesOptions) {
    this.#options = options;
    this.#limits = { maxRows, maxBytes: options.maxAnswerBytes };
  }

  sql(question: SqlQuestion, asker: Asker): Promise<SqlRow[]> {
    return told(asker.source, () => {
      const use = (connection: Parameters<typeof askSql>[0]) => askSql(connection, question, this.#limits);
      return this.#pool(question).run(use, isOfStatement);
    });
  }

  cosmos(question: CosmosQuestion, asker: Asker): Promise<unknown> {
    return told(asker.source, async () => {
      const { askCosmos } = await import("./ask-cosmos");
      const client = await this.#client(question);
      return await askCosmos(client.database(question.database).container(question.container), question.request);
    });
  }

  /** Ends connections that nobody uses; those in use end with their statements. */
  close(): void {
    this.#pools.clear();
    this.#clients.clear();
  }

  #pool({ connectionString, identity, clientCertificate }: SqlQuestion): SqlPool {
    return this.#pools.get(JSON.stringify([connectionString, identity, clientCertificate]), () => {
      const { guard } = this.#options;
      const token =
        identity === null
          ? null
          : () => this.#options.identity().token(identity.resource ?? sqlResource, identity.clientId);
      return new SqlPool({ settings: parseSqlSettings(connectionString), token, clientCertificate, guard });
    });
  }

  #client({ connectionString, identity }: CosmosQuestion): Promise<CosmosClient> {
    return this.#clients.get(JSON.stringify([connectionString, identity]), () => {
      const account = parseCosmosAccount(connectionString, identity !== null);
      const resource = identity?.resource ?? `https://${account.endpoint.hostname}`;
      const token = identity === null ? null : () => this.#options.identity().token(resource, identity.clientId);
      return cosmosClient({ account, token, calls: this.#options.calls });
    });
  }
}

/** The connection is as good as before. */
const isOfStatement = (error: unknown): boolean =>
  error instanceof SqlParameterProblem ||
  (!(error instanceof SqlAnswerTooLarge) && (error as { code?: unknown }).code === "EREQUEST");

/** What data sources say is for who reads a trace; a client learns only that it did not work. */
async function told<T>(source: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const { code, message } = cause as { code?: unknown; message?: unknown };
    const status = typeof code === "number" && code >= 400 && code < 600 ? code : 502;
    const isLate = code === "ETIMEOUT" || code === "TimeoutError";
    throw new Fault({
      source,
      reason: isLate ? "Timeout" : "DataSourceError",
      status,
      message: `The data source could not be asked: ${String(message)}`,
      publicMessage: publicWords(isLate, status),
      cause,
    });
  }
}

function publicWords(isLate: boolean, status: number): string {
  if (isLate) return "The data source did not answer in time.";
  return status === 502
    ? "The data source could not be asked."
    : `The data source answered with status code ${status}.`;
}
