/** The exceptions that policies may throw, catch or see, apart from those with constructors of their own. */
export interface PlainException {
  readonly namespace: string;
  readonly name: string;
  readonly base: string;
  /** What it says when nothing else is given. */
  readonly message: string;
}

const plain = (name: string, base: string, message: string, namespace = "System"): PlainException => ({
  namespace,
  name,
  base,
  message,
});

export const plainExceptions: readonly PlainException[] = [
  plain("SystemException", "Exception", "System error."),
  plain("ApplicationException", "Exception", "Error in the application."),
  plain("ArithmeticException", "SystemException", "Overflow or underflow in the arithmetic operation."),
  plain(
    "ArrayTypeMismatchException",
    "SystemException",
    "Attempted to access an element as a type incompatible with the array.",
  ),
  plain("DivideByZeroException", "ArithmeticException", "Attempted to divide by zero."),
  plain("FormatException", "SystemException", "One of the identified items was in an invalid format."),
  plain("IndexOutOfRangeException", "SystemException", "Index was outside the bounds of the array."),
  plain("InvalidCastException", "SystemException", "Specified cast is not valid."),
  plain(
    "InvalidOperationException",
    "SystemException",
    "Operation is not valid due to the current state of the object.",
  ),
  plain("NotImplementedException", "SystemException", "The method or operation is not implemented."),
  plain("NotSupportedException", "SystemException", "Specified method is not supported."),
  plain("NullReferenceException", "SystemException", "Object reference not set to an instance of an object."),
  plain("OperationCanceledException", "SystemException", "The operation was canceled."),
  plain("OverflowException", "ArithmeticException", "Arithmetic operation resulted in an overflow."),
  plain("TimeZoneNotFoundException", "Exception", "The time zone was not found."),
  plain("TimeoutException", "SystemException", "The operation has timed out."),
  plain("UriFormatException", "FormatException", "Invalid URI: The format of the URI could not be determined."),
  plain("UnauthorizedAccessException", "SystemException", "Attempted to perform an unauthorized operation."),
  plain(
    "RegexMatchTimeoutException",
    "TimeoutException",
    "The Regex engine has timed out while trying to match a pattern to an input string.",
    "System.Text.RegularExpressions",
  ),
  plain(
    "KeyNotFoundException",
    "SystemException",
    "The given key was not present in the dictionary.",
    "System.Collections.Generic",
  ),
];
