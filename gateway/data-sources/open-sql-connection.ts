import { connect as connectSocket, isIP, type LookupFunction, type Socket } from "node:net";
import type { Connection, ConnectionConfiguration } from "tedious";
import type { EgressGuard } from "@/gateway/egress/egress-guard";
import type { ClientCertificate } from "@/policy/host/outgoing-call";
import type { SqlSettings } from "./sql-settings";

export interface SqlAccess {
  readonly settings: SqlSettings;
  /** Asked for with each new connection, which is made as the identity then; null: as the user that the settings name. */
  readonly token: (() => Promise<string>) | null;
  readonly clientCertificate: ClientCertificate | null;
  readonly guard: EgressGuard;
}

/** A connection that is logged in, to an address that the egress guard has looked at. */
export async function openSqlConnection(access: SqlAccess): Promise<Connection> {
  const tedious = await import("tedious");
  const connection = new tedious.Connection(await configurationOf(access));
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error === undefined || error === null ? resolve() : reject(error)));
  });
  return connection;
}

async function configurationOf({
  settings,
  token,
  clientCertificate,
  guard,
}: SqlAccess): Promise<ConnectionConfiguration> {
  const { host, port, user, password, connectTimeoutMs } = settings;
  // The library hands over where to, which may be where the first server sent it, though its types do not say so.
  const connector = ({ host, port }: Place, _lookup: unknown, signal: AbortSignal) =>
    openSocket(host, port, guard, signal);
  return {
    server: host,
    authentication:
      token === null
        ? { type: "default", options: { userName: user ?? "", password: password ?? "" } }
        : { type: "azure-active-directory-access-token", options: { token: await token() } },
    options: {
      port,
      connector: connector as unknown as () => Promise<Socket>,
      connectTimeout: connectTimeoutMs,
      requestTimeout: settings.commandTimeoutMs,
      cancelTimeout: 2_000,
      maxRetriesOnTransientErrors: 1,
      encrypt: settings.encrypt,
      trustServerCertificate: settings.trustServerCertificate,
      readOnlyIntent: settings.readOnly,
      lowerCaseGuids: true,
      appName: settings.applicationName ?? "Gatehouse",
      ...(settings.workstation === null ? {} : { workstationId: settings.workstation }),
      ...(settings.database === null ? {} : { database: settings.database }),
      ...(settings.certificateName === null ? {} : { serverName: settings.certificateName }),
      ...(settings.packetSize === null ? {} : { packetSize: settings.packetSize }),
      ...(clientCertificate === null ? {} : { cryptoCredentialsDetails: tlsOf(clientCertificate) }),
    },
  };
}

interface Place {
  readonly host: string;
  readonly port: number;
}

const tlsOf = ({ certificatePem, privateKeyPem }: ClientCertificate) => ({ cert: certificatePem, key: privateKeyPem });

async function openSocket(host: string, port: number, guard: EgressGuard, signal: AbortSignal): Promise<Socket> {
  const lookup: LookupFunction = guard.lookup(port, "call");
  // An address that is written out is not looked up.
  if (isIP(host) !== 0) await guard.addresses(host, port, "call");
  signal.throwIfAborted();
  return await new Promise((resolve, reject) => {
    const socket = connectSocket({ host, port, lookup, noDelay: true });
    const end = () => socket.destroy(signal.reason as Error);
    signal.addEventListener("abort", end, { once: true });
    socket.once("error", reject);
    socket.once("connect", () => {
      signal.removeEventListener("abort", end);
      socket.removeListener("error", reject);
      resolve(socket);
    });
  });
}
