import { createCipheriv, createDecipheriv, getRandomValues } from "node:crypto";
import { BudgetExceeded, charge, tickMany } from "@/policy/expression/values/budget";
import { argumentException } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { cryptographicException } from "./hash-object";

interface Cipher {
  readonly typeName: string;
  readonly blockBytes: number;
  readonly keyBytes: readonly number[];
  /** OpenSSL's name, without the mode. */
  name(keyBytes: number): string;
}

const aes: Cipher = {
  typeName: "System.Security.Cryptography.AesCryptoServiceProvider",
  blockBytes: 16,
  keyBytes: [16, 24, 32],
  name: (keyBytes) => `aes-${keyBytes * 8}`,
};
const tripleDes: Cipher = {
  typeName: "System.Security.Cryptography.TripleDESCryptoServiceProvider",
  blockBytes: 8,
  keyBytes: [16, 24],
  name: (keyBytes) => (keyBytes === 16 ? "des-ede" : "des-ede3"),
};

/** The names that SymmetricAlgorithm.Create and Encrypt know, compared without case. */
const ciphers: ReadonlyMap<string, Cipher> = new Map([
  ["aes", aes],
  ["aesmanaged", aes],
  ["aescryptoserviceprovider", aes],
  ["aescng", aes],
  ["rijndael", aes],
  ["rijndaelmanaged", aes],
  ["system.security.cryptography.aes", aes],
  ["3des", tripleDes],
  ["tripledes", tripleDes],
  ["triple des", tripleDes],
  ["system.security.cryptography.tripledes", tripleDes],
]);

export const cipherModes = { cbc: 1, ecb: 2, cfb: 4 } as const;
export const paddingModes = { none: 1, pkcs7: 2, zeros: 3, ansix923: 4, iso10126: 5 } as const;

/** A symmetric algorithm with its settings; .NET's defaults are CBC and PKCS7. */
export class SymmetricObject extends NetObject {
  readonly cipher: Cipher;
  private ownKey: Uint8Array | null = null;
  private ownIv: Uint8Array | null = null;
  mode: number = cipherModes.cbc;
  padding: number = paddingModes.pkcs7;

  constructor(cipher: Cipher = aes) {
    super();
    this.cipher = cipher;
  }

  static named(name: string): SymmetricObject | null {
    const cipher = name.length > 100 ? undefined : ciphers.get(name.toLowerCase());
    return cipher === undefined ? null : new SymmetricObject(cipher);
  }

  override get typeName(): string {
    return this.cipher.typeName;
  }

  get key(): Uint8Array {
    this.ownKey ??= getRandomValues(new Uint8Array(this.cipher.keyBytes.at(-1) ?? 32));
    return this.ownKey;
  }
  set key(value: Uint8Array) {
    if (!this.cipher.keyBytes.includes(value.length)) {
      throw cryptographicException("Specified key is not a valid size for this algorithm.");
    }
    this.ownKey = value.slice();
  }

  get iv(): Uint8Array {
    this.ownIv ??= getRandomValues(new Uint8Array(this.cipher.blockBytes));
    return this.ownIv;
  }
  set iv(value: Uint8Array) {
    if (value.length !== this.cipher.blockBytes) {
      throw cryptographicException(
        "Specified initialization vector (IV) does not match the block size for this algorithm.",
      );
    }
    this.ownIv = value.slice();
  }

  generateKey(): void {
    this.ownKey = null;
  }
  generateIv(): void {
    this.ownIv = null;
  }

  encrypt(bytes: Uint8Array): Uint8Array {
    this.meter(bytes);
    const cipher = createCipheriv(this.algorithm, this.key, this.mode === cipherModes.ecb ? null : this.iv);
    cipher.setAutoPadding(this.padding === paddingModes.pkcs7);
    return this.run(() => through(cipher, this.padded(bytes)), "encrypt");
  }

  decrypt(bytes: Uint8Array): Uint8Array {
    this.meter(bytes);
    const decipher = createDecipheriv(this.algorithm, this.key, this.mode === cipherModes.ecb ? null : this.iv);
    decipher.setAutoPadding(this.padding === paddingModes.pkcs7);
    const plain = this.run(() => through(decipher, bytes), "decrypt");
    const counted = this.padding === paddingModes.ansix923 || this.padding === paddingModes.iso10126;
    return counted ? plain.slice(0, plain.length - (plain.at(-1) ?? 0)) : plain;
  }

  private meter(bytes: Uint8Array): void {
    tickMany(10 + (bytes.length >> 6));
    charge(bytes.length + 32);
  }

  private get algorithm(): string {
    const mode =
      this.mode === cipherModes.cbc
        ? "cbc"
        : this.mode === cipherModes.ecb
          ? "ecb"
          : this.mode === cipherModes.cfb
            ? "cfb8"
            : null;
    if (mode === null) throw cryptographicException("Specified cipher mode is not valid for this algorithm.");
    return `${this.cipher.name(this.key.length)}-${mode}`;
  }

  private padded(bytes: Uint8Array): Uint8Array {
    if (this.padding === paddingModes.pkcs7 || this.padding === paddingModes.none) return bytes;
    const { blockBytes } = this.cipher;
    const over = bytes.length % blockBytes;
    const isZeros = this.padding === paddingModes.zeros;
    const missing = isZeros && over === 0 ? 0 : blockBytes - over;
    const padded = new Uint8Array(bytes.length + missing);
    padded.set(bytes);
    if (!isZeros) padded[padded.length - 1] = missing;
    return padded;
  }

  private run(work: () => Buffer, what: "encrypt" | "decrypt"): Uint8Array {
    try {
      return new Uint8Array(work());
    } catch (error) {
      if (error instanceof BudgetExceeded) throw error;
      throw cryptographicException(
        what === "decrypt" && this.padding === paddingModes.pkcs7
          ? "Padding is invalid and cannot be removed."
          : "The input data is not a complete block.",
      );
    }
  }
}

const chunk = 16_384;

/** Piece by piece, so that the clock is looked at in between. */
function through(cipher: ReturnType<typeof createCipheriv | typeof createDecipheriv>, bytes: Uint8Array): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunk) {
    tickMany(chunk >> 4);
    pieces.push(cipher.update(bytes.subarray(at, at + chunk)));
  }
  return Buffer.concat([...pieces, cipher.final()]);
}

/** For byte[].Encrypt("Aes", key, iv) and its opposite. */
export function symmetricOf(name: string, key: Uint8Array, iv: Uint8Array): SymmetricObject {
  const algorithm = SymmetricObject.named(name);
  if (algorithm === null) throw argumentException(`'${name}' is not a known symmetric algorithm.`, "alg");
  algorithm.key = key;
  algorithm.iv = iv;
  return algorithm;
}
