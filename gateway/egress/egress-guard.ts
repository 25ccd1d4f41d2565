import { lookup as resolveByName } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { networkInterfaces } from "node:os";
import { canonicalAddress, classOf } from "./address-class";
import { AllowList } from "./allow-list";
import { EgressDenied } from "./egress-denied";

/**
 * Who chose an address. "backend": an operator, by a backend entity, an API or the policies that forward. "call": a
 * policy's own expression or a document, which may say what a client wrote.
 */
export type Reach = "backend" | "call";

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;

export interface EgressGuardOptions {
  /** What an operator opens, see AllowList. */
  allow?: readonly string[];
  /** Of the portal and of the gateway's own administration, on every address of this machine. */
  ownPorts?: () => readonly number[];
  /** The portal, where it runs elsewhere. */
  portalUrl?: string;
  resolve?: Resolve;
}

/**
 * Decides where connections may go. A name is resolved once, at the moment of connecting, and the connection is made to
 * the very addresses that were looked at, so that there is no second answer to be fooled by.
 */
export class EgressGuard {
  readonly #allow: AllowList;
  readonly #ownPorts: () => readonly number[];
  readonly #portal: { readonly host: string; readonly port: number } | null;
  readonly #resolve: Resolve;

  constructor({ allow = [], ownPorts = () => [], portalUrl, resolve = resolveAll }: EgressGuardOptions = {}) {
    this.#allow = new AllowList(allow);
    this.#ownPorts = ownPorts;
    this.#resolve = resolve;
    const url = portalUrl === undefined ? null : new URL(portalUrl);
    this.#portal = url === null ? null : { host: url.hostname, port: portOf(url) };
  }

  /** The addresses of a host that a connection may be made to; rejects with EgressDenied when there is none. */
  async addresses(host: string, port: number, reach: Reach): Promise<ResolvedAddress[]> {
    const bare = host.replace(/^\[|\]$/g, "");
    const family = isIP(bare);
    const found = family === 0 ? await this.#resolve(bare) : [{ address: bare, family }];
    const portal = await this.#portalAddresses(port, reach);
    const open = found.filter(({ address }) => this.#mayReach(bare, address, port, reach, portal));
    if (open.length === 0) throw new EgressDenied(bare, port);
    return open;
  }

  /** For connections that Node makes: its lookup, which answers with nothing that was not looked at. */
  lookup(port: number, reach: Reach): LookupFunction {
    return (host, options, done) => {
      this.addresses(host, port, reach).then(
        (found) => {
          const { family } = options;
          const wanted = family === 4 || family === 6 ? found.filter((each) => each.family === family) : found;
          const [first] = wanted;
          if (first === undefined)
            done(Object.assign(new Error(`No address of ${host}.`), { code: "ENOTFOUND" }), "", 4);
          else if (options.all) done(null, [...wanted]);
          else done(null, first.address, first.family);
        },
        (error: NodeJS.ErrnoException) => done(error, "", 4),
      );
    };
  }

  #mayReach(host: string, address: string, port: number, reach: Reach, portal: ReadonlySet<string> | null): boolean {
    const canonical = canonicalAddress(address);
    const kind = classOf(address);
    if (canonical === null || kind === null) return false;
    if (reach === "call" && (portal?.has(canonical) || this.#isOwn(canonical, kind === "local", port))) {
      return this.#allow.allows(host, canonical, port, true);
    }
    const open = kind === "public" || kind === "private" || (kind === "local" && reach === "backend");
    return open || this.#allow.allows(host, canonical, port, false);
  }

  #isOwn(address: string, local: boolean, port: number): boolean {
    if (!this.#ownPorts().includes(port)) return false;
    return local || Object.values(networkInterfaces()).some((each) => each?.some((own) => own.address === address));
  }

  /** null: the port is not the portal's. */
  async #portalAddresses(port: number, reach: Reach): Promise<ReadonlySet<string> | null> {
    const portal = this.#portal;
    if (reach !== "call" || portal === null || portal.port !== port) return null;
    const own = portal.host.replace(/^\[|\]$/g, "");
    if (isIP(own) !== 0) return new Set([canonicalAddress(own) ?? own]);
    const found = await this.#resolve(own).catch(() => []);
    return new Set(found.map(({ address }) => canonicalAddress(address) ?? address));
  }
}

const portOf = ({ port, protocol }: URL): number => (port !== "" ? Number(port) : protocol === "https:" ? 443 : 80);

const resolveAll: Resolve = (host) => resolveByName(host, { all: true });
