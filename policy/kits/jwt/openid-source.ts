import type { Documents, FetchedDocument } from "@/policy/host/documents";
import { jsonWebKeys, member, parsed } from "./json-web-keys";
import { UnusableKey, type VerificationKey } from "./verification-key";

/** Keys from one place. It keeps its identity while they are unchanged. */
export interface IssuedKeys {
  readonly keys: readonly VerificationKey[];
  /** Whom these keys sign for; null: for whomever the policy accepts. */
  readonly issuer: string | null;
  /** Why there are no keys; for traces. */
  readonly failure: string | null;
}

const maxAgeMs = 60 * 60 * 1000;
const refetchPauseMs = 5 * 60 * 1000;

interface Configuration {
  readonly issuer: string;
  readonly keysUrl: string;
}

/** What an OpenID configuration announces. It and the keys are fetched anew every hour, and when a key is missing. */
export class OpenidSource {
  readonly #documents: Documents;
  readonly #url: string;
  readonly #source: string;
  readonly #now: () => number;
  readonly #configuration = new LastGood(readConfiguration);
  readonly #keys = new LastGood(jsonWebKeys);
  #issued: IssuedKeys | null = null;
  #refetchedAt = Number.NEGATIVE_INFINITY;
  #refetching: Promise<IssuedKeys> | null = null;

  constructor(documents: Documents, url: string, source: string, now: () => number = () => performance.now()) {
    this.#documents = documents;
    this.#url = url;
    this.#source = source;
    this.#now = now;
  }

  /** As known; never fails. */
  keys(): IssuedKeys | Promise<IssuedKeys> {
    return this.#read(maxAgeMs);
  }

  /** As they are at the source now, unless it was asked a short while ago. */
  refetched(): IssuedKeys | Promise<IssuedKeys> {
    if (this.#refetching !== null) return this.#refetching;
    const now = this.#now();
    if (now - this.#refetchedAt < refetchPauseMs) return this.keys();
    this.#refetchedAt = now;
    this.#refetching = Promise.resolve(this.#read(0)).finally(() => {
      this.#refetching = null;
    });
    return this.#refetching;
  }

  #read(ageMs: number): IssuedKeys | Promise<IssuedKeys> {
    try {
      const document = this.#get(this.#url, ageMs);
      if (document instanceof Promise) return document.then((come) => this.#readKeys(come, ageMs)).catch(this.#failed);
      const keys = this.#readKeys(document, ageMs);
      return keys instanceof Promise ? keys.catch(this.#failed) : keys;
    } catch (error) {
      return this.#failed(error);
    }
  }

  #readKeys({ text }: FetchedDocument, ageMs: number): IssuedKeys | Promise<IssuedKeys> {
    const configuration = this.#configuration.read(text);
    if (this.#url.startsWith("https:") && !configuration.keysUrl.startsWith("https:")) {
      throw new UnusableKey("Its keys are not at an address of https.");
    }
    const document = this.#get(configuration.keysUrl, ageMs);
    return document instanceof Promise
      ? document.then((come) => this.#issue(configuration, come))
      : this.#issue(configuration, document);
  }

  #issue({ issuer }: Configuration, { text }: FetchedDocument): IssuedKeys {
    const keys = this.#keys.read(text);
    const last = this.#issued;
    if (last?.keys === keys && last.issuer === issuer) return last;
    this.#issued = { keys, issuer, failure: null };
    return this.#issued;
  }

  #get(url: string, ageMs: number): FetchedDocument | Promise<FetchedDocument> {
    return this.#documents.get(url, { maxAgeMs: ageMs, source: this.#source });
  }

  #failed = (error: unknown): IssuedKeys => {
    const failure = error instanceof Error ? error.message : String(error);
    // With the same reason it stays the same, so that what hangs on it does.
    if (this.#issued?.failure !== failure) this.#issued = { keys: [], issuer: null, failure };
    return this.#issued as IssuedKeys;
  };
}

/** Reads a text once; one that cannot be read leaves what was read before. */
class LastGood<T> {
  readonly #read: (text: string) => T;
  #text: string | null = null;
  #value: T | null = null;

  constructor(read: (text: string) => T) {
    this.#read = read;
  }

  read(text: string): T {
    if (text !== this.#text || this.#value === null) {
      try {
        this.#value = this.#read(text);
      } catch (error) {
        if (this.#value === null) throw error;
      }
      this.#text = text;
    }
    return this.#value;
  }
}

function readConfiguration(text: string): Configuration {
  const document = parsed(text);
  const [issuer, keysUrl] = [member(document, "issuer"), member(document, "jwks_uri")];
  if (typeof issuer !== "string" || typeof keysUrl !== "string" || !/^https?:\/\/[^/]/i.test(keysUrl)) {
    throw new UnusableKey("The document is no OpenID configuration: it must name 'issuer' and 'jwks_uri'.");
  }
  return { issuer, keysUrl };
}

const sources = new WeakMap<Documents, Map<string, OpenidSource>>();
/** Expressions may bring ever new addresses. */
const keptSources = 500;

/** One for all policies that name it, so that they share what was fetched. */
export function openidSource(documents: Documents, url: string, source: string): OpenidSource {
  let known = sources.get(documents);
  if (known === undefined) {
    known = new Map();
    sources.set(documents, known);
  }
  let found = known.get(url);
  if (found === undefined) {
    found = new OpenidSource(documents, url, source);
    if (known.size >= keptSources) known.delete(known.keys().next().value as string);
    known.set(url, found);
  }
  return found;
}
