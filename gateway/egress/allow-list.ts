import ipaddr from "ipaddr.js";

/** One thing that an operator opens: a host, everything below a suffix, or a range of addresses; a port, or all. */
interface Entry {
  /** "orders.local", ".corp.local" for a suffix; null for a range. */
  readonly name: string | null;
  readonly range: [ipaddr.IPv4 | ipaddr.IPv6, number] | null;
  readonly port: number | null;
}

/** GATEHOUSE_EGRESS_ALLOW: "127.0.0.1:9000, localhost, *.corp.local, 10.0.0.0/8, [::1]:81". */
export class AllowList {
  readonly #entries: readonly Entry[];

  /** Throws on an entry that it cannot read. */
  constructor(entries: readonly string[]) {
    this.#entries = entries.map(parseEntry);
  }

  /** `explicitly`: only by an entry that names the port. */
  allows(host: string, address: string, port: number, explicitly: boolean): boolean {
    const name = plainName(host);
    return this.#entries.some((entry) => {
      if (entry.port === null ? explicitly : entry.port !== port) return false;
      if (entry.range !== null) return lies(address, entry.range);
      const wanted = entry.name as string;
      return wanted.startsWith(".") ? name.endsWith(wanted) : name === wanted;
    });
  }
}

/** Names are compared without case and without the dot that ends a full one. */
export const plainName = (host: string): string => host.toLowerCase().replace(/\.$/, "");

export function allowEntries(text: string): string[] {
  return text
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

function parseEntry(text: string): Entry {
  const [, host = "", digits] =
    /^(\[[^\]]+\](?:\/\d+)?)(?::(\d{1,5}))?$/.exec(text) ??
    (ipaddr.isValid(text) || ipaddr.isValidCIDR(text) ? [text, text] : (/^([^:]+)(?::(\d{1,5}))?$/.exec(text) ?? []));
  const port = digits === undefined ? null : Number(digits);
  const bare = host.replace(/^\[([^\]]+)\]/, "$1");
  if (bare === "" || (port !== null && (port < 1 || port > 65_535))) throw unreadable(text);
  if (ipaddr.isValidCIDR(bare)) return { name: null, range: ipaddr.parseCIDR(bare), port };
  if (ipaddr.isValid(bare)) {
    const address = ipaddr.parse(bare);
    return { name: null, range: [address, address.kind() === "ipv4" ? 32 : 128], port };
  }
  const name = plainName(bare.replace(/^\*(?=\.)/, ""));
  if (!/^\.?[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?$/.test(name)) throw unreadable(text);
  return { name, range: null, port };
}

const unreadable = (text: string): Error =>
  new Error(`'${text}' is not a host, *.suffix, address or range of addresses, with or without a port behind a colon.`);

function lies(text: string, [start, bits]: [ipaddr.IPv4 | ipaddr.IPv6, number]): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return address.kind() === start.kind() && address.match(start, bits);
}
