import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  public enum PaddingMode { None = 1, PKCS7 = 2, Zeros = 3, ANSIX923 = 4, ISO10126 = 5 }
`);
