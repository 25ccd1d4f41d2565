import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography.X509Certificates;
  public static class RSACertificateExtensions {
    static RSA GetRSAPrivateKey(this X509Certificate2 certificate);
    static RSA GetRSAPublicKey(this X509Certificate2 certificate);
  }
`);
