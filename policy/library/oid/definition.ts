import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  public sealed class Oid {
    Oid();
    Oid(string oid);
    Oid(string value, string friendlyName);
    string Value { get; }
    string FriendlyName { get; }
  }
`);
