import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography.X509Certificates;
  public class X509Certificate : IDisposable {
    string Subject { get; }
    string Issuer { get; }
    byte[] GetCertHash();
    string GetCertHashString();
    string GetCertHashString(HashAlgorithmName hashAlgorithm);
    byte[] GetRawCertData();
    string GetRawCertDataString();
    byte[] GetSerialNumber();
    string GetSerialNumberString();
    string GetEffectiveDateString();
    string GetExpirationDateString();
    byte[] GetPublicKey();
    string GetPublicKeyString();
    string GetKeyAlgorithm();
    string GetFormat();
    byte[] Export(X509ContentType contentType);
    void Dispose();
  }
`);
