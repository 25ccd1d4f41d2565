import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  public abstract class KeyedHashAlgorithm : HashAlgorithm {
    byte[] Key { get; set; }
  }
`);
