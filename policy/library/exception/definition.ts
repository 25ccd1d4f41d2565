import { declareType } from "@/policy/library/declare";
import { plainExceptions } from "./exceptions";

const plain = plainExceptions.map(
  ({ namespace, name, base }) => `
  namespace ${namespace};
  public class ${name} : ${base} {
    ${name}();
    ${name}(string message);
    ${name}(string message, Exception innerException);
  }`,
);

export const declaration = declareType(`
  namespace System;
  /// What is thrown when something fails.
  public class Exception {
    Exception();
    Exception(string message);
    Exception(string message, Exception innerException);
    string HelpLink { get; }
    int HResult { get; }
    /// The exception that caused this one, or null.
    Exception InnerException { get; }
    /// What went wrong.
    string Message { get; }
    string Source { get; }
    string StackTrace { get; }
    Exception GetBaseException();
    string ToString();
  }
  ${plain.join("")}
  namespace System;
  public class ArgumentException : SystemException {
    ArgumentException();
    ArgumentException(string message);
    ArgumentException(string message, Exception innerException);
    ArgumentException(string message, string paramName);
    ArgumentException(string message, string paramName, Exception innerException);
    string ParamName { get; }
  }
  public class ArgumentNullException : ArgumentException {
    ArgumentNullException();
    ArgumentNullException(string paramName);
    ArgumentNullException(string message, Exception innerException);
    ArgumentNullException(string paramName, string message);
  }
  public class ArgumentOutOfRangeException : ArgumentException {
    ArgumentOutOfRangeException();
    ArgumentOutOfRangeException(string paramName);
    ArgumentOutOfRangeException(string message, Exception innerException);
    ArgumentOutOfRangeException(string paramName, string message);
  }
  public class ObjectDisposedException : InvalidOperationException {
    ObjectDisposedException(string objectName);
    ObjectDisposedException(string objectName, string message);
    ObjectDisposedException(string message, Exception innerException);
  }
  namespace System.Globalization;
  public class CultureNotFoundException : ArgumentException {
    CultureNotFoundException();
    CultureNotFoundException(string message);
    CultureNotFoundException(string message, Exception innerException);
  }
`);
