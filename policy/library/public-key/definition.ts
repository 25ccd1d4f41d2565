import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography.X509Certificates;
  public sealed class PublicKey {
    AsymmetricAlgorithm Key { get; }
    Oid Oid { get; }
    [Beyond] RSA GetRSAPublicKey();
  }
`);
