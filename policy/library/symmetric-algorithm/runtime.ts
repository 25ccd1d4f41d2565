import { argumentNull } from "@/policy/expression/values/net-exception";
import { SymmetricObject } from "@/policy/kits/crypto/symmetric-object";
import { implementType } from "../implement";

function given<T>(value: T | null, parameter: string): T {
  if (value === null) throw argumentNull(parameter);
  return value;
}

const space = "System.Security.Cryptography";
const tripleDes = () => SymmetricObject.named("TripleDES");

export const runtimes = [
  implementType(`${space}.SymmetricAlgorithm`, {
    "Create(string)": (name: string | null) => SymmetricObject.named(given(name, "algName")),
    Key: (self: SymmetricObject) => self.key.slice(),
    "set Key": (self: SymmetricObject, value: Uint8Array | null) => {
      self.key = given(value, "value");
      return null;
    },
    IV: (self: SymmetricObject) => self.iv.slice(),
    "set IV": (self: SymmetricObject, value: Uint8Array | null) => {
      self.iv = given(value, "value");
      return null;
    },
    Mode: (self: SymmetricObject) => self.mode,
    "set Mode": (self: SymmetricObject, value: number) => {
      self.mode = value;
      return null;
    },
    Padding: (self: SymmetricObject) => self.padding,
    "set Padding": (self: SymmetricObject, value: number) => {
      self.padding = value;
      return null;
    },
    KeySize: (self: SymmetricObject) => self.key.length * 8,
    BlockSize: (self: SymmetricObject) => self.cipher.blockBytes * 8,
    "GenerateKey()": (self: SymmetricObject) => {
      self.generateKey();
      return null;
    },
    "GenerateIV()": (self: SymmetricObject) => {
      self.generateIv();
      return null;
    },
    "Clear()": () => null,
    "Dispose()": () => null,
  }),
  implementType(`${space}.Aes`, { "Create()": () => new SymmetricObject() }),
  implementType(`${space}.AesManaged`, { "new()": () => new SymmetricObject() }),
  implementType(`${space}.AesCryptoServiceProvider`, { "new()": () => new SymmetricObject() }),
  implementType(`${space}.TripleDES`, { "Create()": tripleDes }),
  implementType(`${space}.TripleDESCryptoServiceProvider`, { "new()": tripleDes }),
];
