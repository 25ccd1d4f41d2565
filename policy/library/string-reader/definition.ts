import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.IO;
  /// Reads a string from its start to its end.
  public class StringReader : IDisposable {
    StringReader(string s);
    void Close();
    void Dispose();
    /// The next character without taking it, or -1.
    int Peek();
    /// The next character, or -1.
    int Read();
    int Read(char[] buffer, int index, int count);
    int ReadBlock(char[] buffer, int index, int count);
    /// The rest of the line, or null at the end.
    string ReadLine();
    string ReadToEnd();
  }
`);
