import { NetObject } from "@/policy/expression/values/net-object";
import { cryptographicException, type HashName } from "./hash-object";

/** System.Security.Cryptography.HashAlgorithmName */
export class AlgorithmName extends NetObject {
  override readonly typeName = "System.Security.Cryptography.HashAlgorithmName";
  readonly name: string | null;

  constructor(name: string | null) {
    super();
    this.name = name;
  }

  override toText(): string {
    return this.name ?? "";
  }
  override equalTo(other: unknown): boolean {
    return other instanceof AlgorithmName && other.name === this.name;
  }
  override hash(): number {
    return this.name?.length ?? 0;
  }

  get hashName(): HashName {
    const known = hashNames.get(this.name ?? "");
    if (known === undefined) throw cryptographicException(`'${this.name}' is not a known hash algorithm.`);
    return known;
  }
}

const hashNames: ReadonlyMap<string, HashName> = new Map([
  ["MD5", "md5"],
  ["SHA1", "sha1"],
  ["SHA256", "sha256"],
  ["SHA384", "sha384"],
  ["SHA512", "sha512"],
]);

export const algorithmNames = {
  md5: new AlgorithmName("MD5"),
  sha1: new AlgorithmName("SHA1"),
  sha256: new AlgorithmName("SHA256"),
  sha384: new AlgorithmName("SHA384"),
  sha512: new AlgorithmName("SHA512"),
} as const;
