import { argumentException, argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { type HashObject, hashBits } from "@/policy/kits/crypto/hash-object";
import { hashNamed, newHash } from "@/policy/kits/crypto/named-hashes";
import { implementType } from "../implement";

export const runtime = implementType("System.Security.Cryptography.HashAlgorithm", {
  "Create()": () => newHash("sha1"),
  "Create(string)": (name: string | null) => hashNamed(name),
  HashSize: (self: HashObject) => hashBits[self.algorithm],
  Hash: (self: HashObject) => self.last,
  "ComputeHash(byte[])": (self: HashObject, buffer: Uint8Array | null) => {
    if (buffer === null) throw argumentNull("buffer");
    return self.compute(buffer);
  },
  "ComputeHash(byte[], int, int)": (self: HashObject, buffer: Uint8Array | null, offset: number, count: number) => {
    if (buffer === null) throw argumentNull("buffer");
    if (offset < 0) throw argumentOutOfRange("offset", "Non-negative number required.");
    if (count < 0 || offset + count > buffer.length) throw argumentException("Value was invalid.");
    return self.compute(buffer.subarray(offset, offset + count));
  },
  "Clear()": (self: HashObject) => self.dispose(),
  "Dispose()": (self: HashObject) => self.dispose(),
  "Initialize()": () => null,
});
