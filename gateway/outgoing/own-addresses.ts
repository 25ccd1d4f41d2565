import { isIP } from "node:net";
import { hostname, networkInterfaces } from "node:os";
import type { BackendUrl } from "@/gateway/backend/backend-url";
import { canonicalAddress, classOf } from "@/gateway/egress/address-class";
import { plainName } from "@/gateway/egress/allow-list";
import type { Program } from "@/gateway/program/program";

export interface OwnAddressesOptions {
  /** Where this gateway listens. */
  listeners: () => readonly { readonly address: string; readonly port: number }[];
  /** URLs that it is known under. */
  publicUrls: () => readonly string[];
}

/** "named": only when the call says, by a Host line of its own, that it means a gateway. */
type Verdict = "own" | "other" | "named";

const maxKept = 1_000;
const noNames: readonly { readonly hostName: string | null }[] = [];

/** Tells the URLs that lead back to this gateway from those of others. */
export class OwnAddresses {
  readonly #options: OwnAddressesOptions;
  #hostnames: unknown = null;
  #size = 0;
  readonly #known = new Map<string, Verdict>();

  constructor(options: OwnAddressesOptions) {
    this.#options = options;
  }

  has(url: BackendUrl, lines: readonly string[], program: Pick<Program, "service"> | null): boolean {
    const verdict = this.#verdict(url, program?.service?.hostnames ?? noNames);
    return verdict === "own" || (verdict === "named" && lines.some((name, at) => at % 2 === 0 && isHost(name)));
  }

  /** Of one of its listeners; port 80 where there is none. */
  authority(): string {
    const [first] = this.#options.listeners();
    const address = first === undefined || ["::", "0.0.0.0"].includes(first.address) ? "127.0.0.1" : first.address;
    return `${address.includes(":") ? `[${address}]` : address}:${first?.port ?? 80}`;
  }

  #verdict(url: BackendUrl, hostnames: readonly { readonly hostName: string | null }[]): Verdict {
    // Listeners and URLs come one after the other, and none goes.
    const size = this.#options.listeners().length + this.#options.publicUrls().length;
    if (this.#hostnames !== hostnames || this.#size !== size || this.#known.size > maxKept) {
      this.#known.clear();
      this.#hostnames = hostnames;
      this.#size = size;
    }
    let verdict = this.#known.get(url.origin);
    if (verdict === undefined) {
      verdict = this.#judge(url, hostnames);
      this.#known.set(url.origin, verdict);
    }
    return verdict;
  }

  #judge({ hostName, port, secure }: BackendUrl, hostnames: readonly { readonly hostName: string | null }[]): Verdict {
    const host = plainName(hostName.replace(/^\[|\]$/g, ""));
    const listeners = this.#options.listeners();
    const isDefaultPort = port === (secure ? 443 : 80);
    if (listeners.some((each) => each.port === port && reaches(host, each.address))) return "own";
    const isPort = isDefaultPort || listeners.some((each) => each.port === port);
    if (isPort && hostnames.some((each) => each.hostName !== null && covers(plainName(each.hostName), host))) {
      return "own";
    }
    for (const text of this.#options.publicUrls()) {
      const url = new URL(text);
      const own = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
      if (plainName(url.hostname.replace(/^\[|\]$/g, "")) === host && own === port) return "own";
    }
    // Whoever moved from Azure writes https://localhost, with the gateway's name as the Host.
    return isDefaultPort && isLoopback(host) ? "named" : "other";
  }
}

const isHost = (name: string): boolean => name.length === 4 && name.toLowerCase() === "host";

const covers = (pattern: string, host: string): boolean =>
  pattern === host || (pattern.startsWith("*.") && host.endsWith(pattern.slice(1)));

const isLoopback = (host: string): boolean =>
  host === "localhost" || host.endsWith(".localhost") || (isIP(host) !== 0 && classOf(host) === "local");

/** Whether a connection to the host would end at a listener bound to that address. */
function reaches(host: string, bound: string): boolean {
  const everywhere = bound === "::" || bound === "0.0.0.0";
  if (isLoopback(host)) return everywhere || classOf(bound) === "local";
  const address = canonicalAddress(host);
  if (address === null) return everywhere && host === plainName(hostname());
  if (!everywhere) return address === canonicalAddress(bound);
  return Object.values(networkInterfaces()).some((each) => each?.some((own) => own.address === address));
}
