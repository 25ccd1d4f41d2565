import { NetObject } from "@/policy/expression/values/net-object";
import type { HashName } from "./hash-object";

/** RSASignaturePadding and RSAEncryptionPadding: fixed values, compared by what they are. */
export class PaddingObject extends NetObject {
  override readonly typeName: string;
  readonly name: "Pkcs1" | "Pss" | "Oaep";
  readonly oaepHash: HashName | null;

  constructor(typeName: string, name: "Pkcs1" | "Pss" | "Oaep", oaepHash: HashName | null = null) {
    super();
    this.typeName = typeName;
    this.name = name;
    this.oaepHash = oaepHash;
  }

  override toText(): string {
    return this.oaepHash === null ? this.name : `Oaep${this.oaepHash.toUpperCase()}`;
  }
}

const signature = "System.Security.Cryptography.RSASignaturePadding";
const encryption = "System.Security.Cryptography.RSAEncryptionPadding";

export const signaturePaddings = {
  pkcs1: new PaddingObject(signature, "Pkcs1"),
  pss: new PaddingObject(signature, "Pss"),
};
export const encryptionPaddings = {
  pkcs1: new PaddingObject(encryption, "Pkcs1"),
  sha1: new PaddingObject(encryption, "Oaep", "sha1"),
  sha256: new PaddingObject(encryption, "Oaep", "sha256"),
  sha384: new PaddingObject(encryption, "Oaep", "sha384"),
  sha512: new PaddingObject(encryption, "Oaep", "sha512"),
};
