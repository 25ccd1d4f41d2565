import { createHash, createHmac, getRandomValues } from "node:crypto";
import { charge, tickMany } from "@/policy/expression/values/budget";
import { NetException } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";

export type HashName = "md5" | "sha1" | "sha256" | "sha384" | "sha512";

export const hashBits: Readonly<Record<HashName, number>> = {
  md5: 128,
  sha1: 160,
  sha256: 256,
  sha384: 384,
  sha512: 512,
};
const blockBytes: Readonly<Record<HashName, number>> = { md5: 64, sha1: 64, sha256: 64, sha384: 128, sha512: 128 };

export const cryptographicException = (message: string): NetException =>
  new NetException("System.Security.Cryptography.CryptographicException", message);

/** A hash or, where it has a key, an HMAC. It keeps no state between calls but the last hash. */
export class HashObject extends NetObject {
  override readonly typeName: string;
  readonly algorithm: HashName;
  key: Uint8Array | null;
  last: Uint8Array | null = null;
  private disposed = false;

  constructor(typeName: string, algorithm: HashName, key: Uint8Array | null = null) {
    super();
    this.typeName = typeName;
    this.algorithm = algorithm;
    this.key = key;
  }

  /** A key of the length that .NET chooses where none is given. */
  static randomKey(algorithm: HashName): Uint8Array {
    return getRandomValues(new Uint8Array(blockBytes[algorithm]));
  }

  compute(bytes: Uint8Array): Uint8Array {
    if (this.disposed) {
      throw new NetException(
        "System.ObjectDisposedException",
        `Cannot access a disposed object.\nObject name: '${this.typeName}'.`,
      );
    }
    this.last = hash(this.algorithm, bytes, this.key);
    return this.last;
  }

  dispose(): void {
    this.disposed = true;
  }
}

export function hash(algorithm: HashName, bytes: Uint8Array, key: Uint8Array | null = null): Uint8Array {
  tickMany(1 + (bytes.length >> 6));
  charge(hashBits[algorithm] >> 3);
  const hasher = key === null ? createHash(algorithm) : createHmac(algorithm, key);
  return new Uint8Array(hasher.update(bytes).digest());
}
