import type { Exchange } from "@/policy/exchange";
import type { DecryptionKey } from "./decrypt-token";
import type { IssuedKeys } from "./openid-source";
import type { VerificationKey } from "./verification-key";
import { VerifiedTokens } from "./verified-tokens";

/** Where keys come from. What it gives keeps its identity while it is unchanged. */
export interface KeyPlace {
  current(exchange: Exchange): IssuedKeys | Promise<IssuedKeys>;
  /** Asks the source again, unless that was done a short while ago; absent: there is nobody to ask. */
  refetched?(exchange: Exchange): IssuedKeys | Promise<IssuedKeys>;
}

export interface RingKey extends VerificationKey {
  /** Whom it signs for; null: for all. */
  readonly issuers: readonly string[] | null;
}

/** All keys of a policy at one moment, with the tokens that were verified with them. */
export interface KeySet {
  readonly keys: readonly RingKey[];
  readonly decryptionKeys: readonly DecryptionKey[];
  /** All that the sources of keys announce. */
  readonly issuers: readonly string[];
  readonly failures: readonly string[];
  readonly verified: VerifiedTokens;
}

export type DecryptionKeyPlace = (exchange: Exchange) => DecryptionKey;

export class KeyRing {
  readonly #places: readonly KeyPlace[];
  readonly #decryption: readonly DecryptionKeyPlace[];
  #last: readonly unknown[] = [];
  #set: KeySet | null = null;

  constructor(places: readonly KeyPlace[], decryption: readonly DecryptionKeyPlace[]) {
    this.#places = places;
    this.#decryption = decryption;
  }

  keys(exchange: Exchange): KeySet | Promise<KeySet> {
    const issued: (IssuedKeys | Promise<IssuedKeys>)[] = [];
    let waits = false;
    for (const place of this.#places) {
      const keys = place.current(exchange);
      waits ||= keys instanceof Promise;
      issued.push(keys);
    }
    return waits ? this.#awaited(issued, exchange) : this.#of(issued as IssuedKeys[], exchange);
  }

  refetched(exchange: Exchange): Promise<KeySet> {
    const issued = this.#places.map((place) => (place.refetched ?? place.current).call(place, exchange));
    return this.#awaited(issued, exchange);
  }

  async #awaited(issued: readonly (IssuedKeys | Promise<IssuedKeys>)[], exchange: Exchange): Promise<KeySet> {
    return this.#of(await Promise.all(issued), exchange);
  }

  #of(issued: readonly IssuedKeys[], exchange: Exchange): KeySet {
    const decryptionKeys = this.#decryption.length === 0 ? none : this.#decryption.map((place) => place(exchange));
    const count = issued.length + decryptionKeys.length;
    let isSame = this.#set !== null && this.#last.length === count;
    for (let at = 0; isSame && at < count; at++) {
      isSame = this.#last[at] === (at < issued.length ? issued[at] : decryptionKeys[at - issued.length]);
    }
    if (isSame && this.#set !== null) return this.#set;
    this.#last = [...issued, ...decryptionKeys];
    this.#set = { ...merged(issued), decryptionKeys, verified: new VerifiedTokens() };
    return this.#set;
  }
}

const none: readonly DecryptionKey[] = [];

/** A key that several sources announce signs for the issuers of all of them. */
function merged(issued: readonly IssuedKeys[]): Pick<KeySet, "keys" | "issuers" | "failures"> {
  const keys: (VerificationKey & { issuers: string[] | null })[] = [];
  for (const { keys: own, issuer } of issued) {
    for (const each of own) {
      const same =
        issuer === null
          ? undefined
          : keys.find(({ id, key, issuers }) => issuers !== null && id === each.id && key.equals(each.key));
      if (same === undefined) keys.push({ ...each, issuers: issuer === null ? null : [issuer] });
      else if (issuer !== null) same.issuers?.push(issuer);
    }
  }
  const given = <T>(values: (T | null)[]): T[] => values.filter((value): value is T & {} => value !== null);
  return {
    keys,
    issuers: given(issued.map(({ issuer }) => issuer)),
    failures: given(issued.map(({ failure }) => failure)),
  };
}
