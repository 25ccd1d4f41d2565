import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography.X509Certificates;
  public sealed class X500DistinguishedName {
    string Name { get; }
  }
`);
