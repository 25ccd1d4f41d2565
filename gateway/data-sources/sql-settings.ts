/** Where a SQL server is and how it is spoken to, as a connection string of ADO.NET says. */
export interface SqlSettings {
  readonly host: string;
  readonly port: number;
  readonly database: string | null;
  readonly user: string | null;
  readonly password: string | null;
  readonly encrypt: boolean | "strict";
  readonly trustServerCertificate: boolean;
  readonly certificateName: string | null;
  readonly connectTimeoutMs: number;
  readonly commandTimeoutMs: number;
  readonly maxPoolSize: number;
  readonly applicationName: string | null;
  readonly workstation: string | null;
  readonly packetSize: number | null;
  readonly readOnly: boolean;
  readonly multiSubnetFailover: boolean;
}

/** Keys by all their names, lower case and without spaces; null: understood, and without an effect here. */
const keys: Readonly<Record<string, keyof Draft | null>> = {
  server: "server",
  datasource: "server",
  address: "server",
  addr: "server",
  networkaddress: "server",
  database: "database",
  initialcatalog: "database",
  userid: "user",
  uid: "user",
  user: "user",
  password: "password",
  pwd: "password",
  encrypt: "encrypt",
  trustservercertificate: "trust",
  hostnameincertificate: "certificateName",
  connectiontimeout: "connectTimeout",
  connecttimeout: "connectTimeout",
  timeout: "connectTimeout",
  commandtimeout: "commandTimeout",
  maxpoolsize: "maxPoolSize",
  applicationname: "applicationName",
  app: "applicationName",
  workstationid: "workstation",
  wsid: "workstation",
  packetsize: "packetSize",
  applicationintent: "intent",
  multisubnetfailover: "multiSubnet",
  integratedsecurity: "integrated",
  trusted_connection: "integrated",
  authentication: "authentication",
  persistsecurityinfo: null,
  persistsecurityinformation: null,
  multipleactiveresultsets: null,
  pooling: null,
  minpoolsize: null,
  connectionlifetime: null,
  loadbalancetimeout: null,
  connectretrycount: null,
  connectretryinterval: null,
  enlist: null,
  networklibrary: null,
  network: null,
  net: null,
  typesystemversion: null,
};

interface Draft {
  server?: string;
  database?: string;
  user?: string;
  password?: string;
  encrypt?: string;
  trust?: string;
  certificateName?: string;
  connectTimeout?: string;
  commandTimeout?: string;
  maxPoolSize?: string;
  applicationName?: string;
  workstation?: string;
  packetSize?: string;
  intent?: string;
  multiSubnet?: string;
  integrated?: string;
  authentication?: string;
}

/** What is wrong with a connection string, in words that hold none of its values. */
export class SqlSettingsProblem extends Error {}

const problem = (message: string): SqlSettingsProblem => new SqlSettingsProblem(message);

export function parseSqlSettings(connectionString: string): SqlSettings {
  const draft: Draft = {};
  for (const [name, value] of partsOf(connectionString)) {
    const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (key === undefined) throw problem(`The connection string has a keyword that is not supported: '${name}'.`);
    if (key !== null) draft[key] = value;
  }
  if (draft.integrated !== undefined && !/^(false|no)$/i.test(draft.integrated)) {
    throw problem("Integrated Security is not supported: name a user, or use a managed identity.");
  }
  if (draft.authentication !== undefined && !/^(sql ?password|active ?directory.*)$/i.test(draft.authentication)) {
    throw problem("The connection string's Authentication is not supported.");
  }
  return {
    ...placeOf(draft.server),
    database: draft.database || null,
    user: draft.user ?? null,
    password: draft.password ?? null,
    encrypt: encryptOf(draft.encrypt),
    trustServerCertificate: yesOrNo(draft.trust, "Trust Server Certificate", false),
    certificateName: draft.certificateName || null,
    connectTimeoutMs: secondsOf(draft.connectTimeout, "Connect Timeout", 15, 120) * 1000,
    commandTimeoutMs: secondsOf(draft.commandTimeout, "Command Timeout", 30, 300) * 1000,
    maxPoolSize: numberIn(draft.maxPoolSize, "Max Pool Size", 20, { min: 1, max: 100 }),
    applicationName: draft.applicationName || null,
    workstation: draft.workstation || null,
    packetSize: draft.packetSize === undefined ? null : numberIn(draft.packetSize, "Packet Size", 4096, packetSizes),
    readOnly: /^readonly$/i.test(draft.intent ?? ""),
    multiSubnetFailover: yesOrNo(draft.multiSubnet, "MultiSubnetFailover", false),
  };
}

const packetSizes = { min: 512, max: 32_767 };

/** Values may stand in quotation marks of either kind, doubled inside; a doubled = belongs to the keyword. */
function* partsOf(text: string): Iterable<readonly [string, string]> {
  const part = /\s*;?\s*([^=;]+?)\s*=\s*(?:"((?:[^"]|"")*)"|'((?:[^']|'')*)'|([^;"']?[^;]*?))\s*(?:;|$)/y;
  let at = 0;
  while (at < text.length && !/^[\s;]*$/.test(text.slice(at))) {
    part.lastIndex = at;
    const found = part.exec(text);
    if (found === null) throw problem(`The connection string cannot be read from character ${at + 1} on.`);
    const [, name = "", double, single, plain = ""] = found;
    const value = double?.replaceAll('""', '"') ?? single?.replaceAll("''", "'") ?? plain;
    yield [name.toLowerCase().replace(/\s+/g, ""), value];
    at = part.lastIndex;
  }
}

function placeOf(server: string | undefined): { host: string; port: number } {
  if (server === undefined || server === "") throw problem("The connection string names no Server.");
  const [place = "", port = "1433", ...more] = server
    .replace(/^tcp:/i, "")
    .split(",")
    .map((each) => each.trim());
  if (/^(np|lpc|admin):/i.test(place)) throw problem("A SQL server is reached over TCP only: 'tcp:name,1433'.");
  if (place.includes("\\")) throw problem("Named instances of a SQL server are not supported: give its port instead.");
  const local = place === "." || /^\(local\)$/i.test(place);
  const host = local ? "localhost" : place.replace(/^\[|\]$/g, "");
  if (more.length > 0 || !/^[a-z0-9._:-]+$/i.test(host)) throw problem("The connection string's Server is not a host.");
  return { host, port: numberIn(port, "Server's port", 1433, { min: 1, max: 65_535 }) };
}

function encryptOf(given: string | undefined): boolean | "strict" {
  if (given === undefined) return true;
  if (/^strict$/i.test(given)) return "strict";
  if (/^(mandatory|true|yes)$/i.test(given)) return true;
  if (/^(optional|false|no)$/i.test(given)) return false;
  throw problem("The connection string's Encrypt must be Mandatory, Optional or Strict.");
}

function yesOrNo(given: string | undefined, name: string, otherwise: boolean): boolean {
  if (given === undefined) return otherwise;
  if (/^(true|yes)$/i.test(given)) return true;
  if (/^(false|no)$/i.test(given)) return false;
  throw problem(`The connection string's ${name} must be True or False.`);
}

/** 0 means without an end there; here it means the most. */
function secondsOf(given: string | undefined, name: string, otherwise: number, most: number): number {
  const seconds = numberIn(given, name, otherwise, { min: 0, max: 2_147_483_647 });
  return seconds === 0 ? most : Math.min(seconds, most);
}

function numberIn(
  given: string | undefined,
  name: string,
  otherwise: number,
  { min, max }: { min: number; max: number },
): number {
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= min && value <= max) return value;
  throw problem(`The connection string's ${name} must be a whole number from ${min} to ${max}.`);
}
