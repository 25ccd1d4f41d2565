import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  public enum CipherMode { CBC = 1, ECB = 2, OFB = 3, CFB = 4, CTS = 5 }
`);
