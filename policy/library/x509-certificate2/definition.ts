import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography.X509Certificates;
  /// A certificate, with its private key where it has one.
  public class X509Certificate2 : X509Certificate {
    X509Certificate2(byte[] rawData);
    X509Certificate2(byte[] rawData, string password);
    [Beyond] static X509Certificate2 CreateFromPem(string certPem);
    /// The SHA-1 hash, in upper-case hexadecimal.
    string Thumbprint { get; }
    string SerialNumber { get; }
    string FriendlyName { get; }
    DateTime NotBefore { get; }
    DateTime NotAfter { get; }
    X500DistinguishedName SubjectName { get; }
    X500DistinguishedName IssuerName { get; }
    PublicKey PublicKey { get; }
    AsymmetricAlgorithm PrivateKey { get; }
    bool HasPrivateKey { get; }
    byte[] RawData { get; }
    Oid SignatureAlgorithm { get; }
    int Version { get; }
    /// Whether the certificate is in its time and issued by somebody who is trusted.
    bool Verify();
    string GetNameInfo(X509NameType nameType, bool forIssuer);
    string ToString(bool verbose);
  }
`);
