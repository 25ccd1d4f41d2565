import { NetException } from "@/policy/expression/values/net-exception";
import { implementType, type MemberRuntime, type TypeRuntime } from "@/policy/library/implement";
import { plainExceptions } from "./exceptions";

type Text = string | null;
type Inner = NetException | null;
type Members = Record<string, MemberRuntime>;

/** The constructors that nearly every exception has. */
const constructors = (typeName: string, message: string): Members => ({
  "new()": () => new NetException(typeName, message),
  "new(string)": (text: Text) => new NetException(typeName, text ?? message),
  "new(string, Exception)": (text: Text, inner: Inner) => new NetException(typeName, text ?? message, inner),
});

const named = (message: string, parameter: Text) =>
  parameter === null || parameter === "" ? message : `${message} (Parameter '${parameter}')`;

/** Those whose first string is the name of a parameter. */
function byParameter(typeName: string, message: string): Members {
  return {
    ...constructors(typeName, message),
    "new(string)": (parameter: Text) => new NetException(typeName, named(message, parameter)),
    "new(string, string)": (parameter: Text, text: Text) =>
      new NetException(typeName, named(text ?? message, parameter)),
  };
}

const argument = "Value does not fall within the expected range.";
const disposed = "Cannot access a disposed object.";
const disposedObject = (name: Text, message: string) =>
  new NetException(
    "System.ObjectDisposedException",
    name === null || name === "" ? message : `${message}\nObject name: '${name}'.`,
  );

function innermost(exception: NetException): NetException {
  let found = exception;
  while (found.inner !== null) found = found.inner;
  return found;
}

export const runtimes: readonly TypeRuntime[] = [
  implementType("System.Exception", {
    ...constructors("System.Exception", "Exception of type 'System.Exception' was thrown."),
    HelpLink: () => null,
    // COR_E_EXCEPTION
    HResult: () => -2146233088,
    InnerException: (exception: NetException) => exception.inner,
    Message: (exception: NetException) => exception.message,
    Source: () => "",
    StackTrace: () => "",
    "GetBaseException()": innermost,
    "ToString()": (exception: NetException) => exception.toText(),
  }),
  ...plainExceptions.map(({ namespace, name, message }) => {
    const typeName = `${namespace}.${name}`;
    return implementType(typeName, constructors(typeName, message));
  }),
  implementType("System.ArgumentException", {
    ...constructors("System.ArgumentException", argument),
    "new(string, string)": (message: Text, parameter: Text) =>
      new NetException("System.ArgumentException", named(message ?? argument, parameter)),
    "new(string, string, Exception)": (message: Text, parameter: Text, inner: Inner) =>
      new NetException("System.ArgumentException", named(message ?? argument, parameter), inner),
    ParamName: (exception: NetException) => / \(Parameter '([^']*)'\)/.exec(exception.message)?.[1] ?? null,
  }),
  implementType("System.ArgumentNullException", byParameter("System.ArgumentNullException", "Value cannot be null.")),
  implementType(
    "System.ArgumentOutOfRangeException",
    byParameter("System.ArgumentOutOfRangeException", "Specified argument was out of the range of valid values."),
  ),
  implementType("System.ObjectDisposedException", {
    "new(string)": (name: Text) => disposedObject(name, disposed),
    "new(string, string)": (name: Text, message: Text) => disposedObject(name, message ?? disposed),
    "new(string, Exception)": (message: Text, inner: Inner) =>
      new NetException("System.ObjectDisposedException", message ?? disposed, inner),
  }),
  implementType(
    "System.Globalization.CultureNotFoundException",
    constructors("System.Globalization.CultureNotFoundException", "Culture is not supported."),
  ),
];
