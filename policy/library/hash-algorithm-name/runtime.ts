import { AlgorithmName, algorithmNames } from "@/policy/kits/crypto/algorithm-name";
import { implementType } from "../implement";

export const runtime = implementType(
  "System.Security.Cryptography.HashAlgorithmName",
  {
    "new(string)": (name: string | null) => new AlgorithmName(name),
    MD5: () => algorithmNames.md5,
    SHA1: () => algorithmNames.sha1,
    SHA256: () => algorithmNames.sha256,
    SHA384: () => algorithmNames.sha384,
    SHA512: () => algorithmNames.sha512,
    Name: (self: AlgorithmName) => self.name,
    "Equals(HashAlgorithmName)": (self: AlgorithmName, other: AlgorithmName) => self.equalTo(other),
    "operator ==(HashAlgorithmName, HashAlgorithmName)": (a: AlgorithmName, b: AlgorithmName) => a.equalTo(b),
    "operator !=(HashAlgorithmName, HashAlgorithmName)": (a: AlgorithmName, b: AlgorithmName) => !a.equalTo(b),
  },
  { defaultValue: new AlgorithmName(null) },
);
