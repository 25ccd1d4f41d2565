import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Text;
  /// Turns text into bytes and bytes into text.
  public class Encoding {
    static Encoding UTF8 { get; }
    static Encoding ASCII { get; }
    static Encoding Unicode { get; }
    static Encoding BigEndianUnicode { get; }
    static Encoding UTF32 { get; }
    static Encoding Latin1 { get; }
    static Encoding Default { get; }
    /// By its name, such as "iso-8859-1".
    static Encoding GetEncoding(string name);
    static Encoding GetEncoding(int codepage);
    static byte[] Convert(Encoding srcEncoding, Encoding dstEncoding, byte[] bytes);
    string WebName { get; }
    string BodyName { get; }
    string HeaderName { get; }
    string EncodingName { get; }
    int CodePage { get; }
    bool IsSingleByte { get; }
    byte[] GetBytes(string s);
    byte[] GetBytes(char[] chars);
    byte[] GetBytes(char[] chars, int index, int count);
    string GetString(byte[] bytes);
    string GetString(byte[] bytes, int index, int count);
    char[] GetChars(byte[] bytes);
    char[] GetChars(byte[] bytes, int index, int count);
    int GetByteCount(string s);
    int GetByteCount(char[] chars);
    int GetCharCount(byte[] bytes);
    int GetMaxByteCount(int charCount);
    byte[] GetPreamble();
  }
  public class UTF8Encoding : Encoding {
    [Beyond] UTF8Encoding();
    [Beyond] UTF8Encoding(bool encoderShouldEmitUTF8Identifier);
  }
`);
