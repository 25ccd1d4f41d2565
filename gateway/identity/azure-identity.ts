import type { AccessToken, TokenCredential } from "@azure/identity";
import { Fault } from "@/policy/fault";
import type { ManagedIdentity } from "@/policy/host/managed-identity";
import { azureCredential } from "./azure-credential";

/** A token is renewed when it has less left, so that it does not end on its way. */
const spareMs = 5 * 60_000;
const patienceMs = 20_000;
/** Where there is no identity there will be none in a moment either. */
const failureKeptMs = 10_000;
const maxKept = 1_000;

export interface AzureIdentityOptions {
  credential?: (clientId: string | null) => TokenCredential | Promise<TokenCredential>;
  now?: () => number;
}

interface Kept {
  token: AccessToken | null;
  failure: Fault | null;
  failedAt: number;
  pending: Promise<string> | null;
}

/** The identity that Azure gives to the machine, container or workload that this gateway runs in. */
export class AzureIdentity implements ManagedIdentity {
  readonly #make: NonNullable<AzureIdentityOptions["credential"]>;
  readonly #now: () => number;
  readonly #credentials = new Map<string, Promise<TokenCredential>>();
  readonly #kept = new Map<string, Kept>();

  constructor({ credential = azureCredential, now = Date.now }: AzureIdentityOptions = {}) {
    this.#make = credential;
    this.#now = now;
  }

  async token(resource: string, clientId: string | null): Promise<string> {
    const key = `${clientId ?? ""} ${resource}`;
    const kept = this.#kept.get(key) ?? { token: null, failure: null, failedAt: 0, pending: null };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    if (this.#kept.size > maxKept) this.#kept.delete(this.#kept.keys().next().value as string);
    const now = this.#now();
    if (kept.token !== null && now < renewAt(kept.token)) return kept.token.token;
    if (kept.pending === null && kept.failure !== null && now - kept.failedAt < failureKeptMs) throw kept.failure;
    kept.pending ??= this.#fetch(resource, clientId, kept).finally(() => {
      kept.pending = null;
    });
    return kept.pending;
  }

  async #fetch(resource: string, clientId: string | null, kept: Kept): Promise<string> {
    try {
      const credential = await this.#credential(clientId);
      const token = await inTime(credential.getToken(scopeOf(resource)));
      if (token === null) throw new Error("no token was issued");
      kept.token = token;
      kept.failure = null;
      return token.token;
    } catch (error) {
      // What is still good for a while is better than nothing.
      if (kept.token !== null && this.#now() < kept.token.expiresOnTimestamp) return kept.token.token;
      kept.failure = unavailable(resource, error);
      kept.failedAt = this.#now();
      throw kept.failure;
    }
  }

  #credential(clientId: string | null): Promise<TokenCredential> {
    const id = clientId ?? "";
    const made = this.#credentials.get(id) ?? Promise.resolve(this.#make(clientId));
    this.#credentials.set(id, made);
    if (this.#credentials.size > maxKept) this.#credentials.delete(this.#credentials.keys().next().value as string);
    return made;
  }
}

/** A resource as Entra knows it; whoever writes a scope already means it. */
const scopeOf = (resource: string): string => (resource.endsWith("/.default") ? resource : `${resource}/.default`);

const renewAt = ({ expiresOnTimestamp, refreshAfterTimestamp }: AccessToken): number =>
  Math.min(expiresOnTimestamp - spareMs, refreshAfterTimestamp ?? Number.POSITIVE_INFINITY);

/** Outside of Azure nobody answers at the address that identities are asked for at. */
function inTime<T>(waiting: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("nobody answered in time")), patienceMs);
    timer.unref();
  });
  return Promise.race([waiting, late]).finally(() => clearTimeout(timer));
}

function unavailable(resource: string, cause: unknown): Fault {
  return new Fault({
    source: "authentication-managed-identity",
    reason: "ManagedIdentityUnavailable",
    status: 500,
    message:
      `No token for '${resource}' could be had for the identity of this gateway. It needs a managed identity of Azure, a ` +
      `workload identity, or AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET: ${firstLine(cause)}`,
    cause,
  });
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0]?.slice(0, 300) ?? "";
