import { NetObject } from "@/policy/expression/values/net-object";

const defaultPorts: ReadonlyMap<string, number> = new Map([
  ["http", 80],
  ["https", 443],
  ["ws", 80],
  ["wss", 443],
]);

const known = new Map<string, UrlView | null>();

/** IUrl */
export class UrlView extends NetObject {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;

  constructor(scheme: string, host: string, port: number, path: string, query: string) {
    super();
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.path = path;
    this.query = query;
  }

  /** null where the text is no absolute URL. Gateways know few of them, and ask often. */
  static parse(text: string): UrlView | null {
    let url = known.get(text);
    if (url === undefined) {
      url = UrlView.read(text);
      if (known.size >= 500) known.clear();
      known.set(text, url);
    }
    return url;
  }

  private static read(text: string): UrlView | null {
    if (!URL.canParse(text)) return null;
    const { protocol, hostname, port, pathname, search } = new URL(text);
    const scheme = protocol.slice(0, -1);
    return new UrlView(
      scheme,
      hostname,
      port === "" ? (defaultPorts.get(scheme) ?? -1) : Number(port),
      pathname,
      search,
    );
  }

  override get typeName(): string {
    return "IUrl";
  }

  override toText(): string {
    const isDefault = this.port === defaultPorts.get(this.scheme) || this.port <= 0;
    return `${this.scheme}://${this.host}${isDefault ? "" : `:${this.port}`}${this.path}${this.query}`;
  }

  /** The URL of what this base and a path and query make, with one slash between them. */
  joined(path: string, query: string): UrlView {
    const base = this.path.endsWith("/") ? this.path.slice(0, -1) : this.path;
    const rest = path === "" || path.startsWith("/") ? path : `/${path}`;
    return new UrlView(this.scheme, this.host, this.port, base + rest || "/", query);
  }
}
