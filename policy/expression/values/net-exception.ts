import { charge, tick } from "./budget";
import { NetObject } from "./net-object";

/** A .NET exception: what `throw` throws and `catch` catches. It is thrown as itself; no JavaScript stack is taken. */
export class NetException extends NetObject {
  override readonly typeName: string;
  readonly message: string;
  readonly inner: NetException | null;

  constructor(typeName: string, message: string, inner: NetException | null = null) {
    super();
    this.typeName = typeName;
    this.message = message;
    this.inner = inner;
  }

  override toText(): string {
    const text = `${this.typeName}: ${this.message}`;
    tick();
    charge(2 * text.length);
    if (this.inner === null) return text;
    return `${text}\n ---> ${this.inner.toText()}\n   --- End of inner exception stack trace ---`;
  }
}

const system = (name: string) => (message: string) => new NetException(`System.${name}`, message);

export const formatException = system("FormatException");
export const overflowException = system("OverflowException");
export const invalidCast = system("InvalidCastException");
export const invalidOperation = system("InvalidOperationException");
export const notSupported = system("NotSupportedException");
export const keyNotFound = (message = "The given key was not present in the dictionary.") =>
  new NetException("System.Collections.Generic.KeyNotFoundException", message);
export const nullReference = () =>
  new NetException("System.NullReferenceException", "Object reference not set to an instance of an object.");
export const indexOutOfRange = () =>
  new NetException("System.IndexOutOfRangeException", "Index was outside the bounds of the array.");
export const divideByZero = () => new NetException("System.DivideByZeroException", "Attempted to divide by zero.");

/** APIM's gateways run .NET, whose texts name the parameter after a space: "... (Parameter 'name')". */
export const argumentException = (message: string, parameter?: string) =>
  new NetException(
    "System.ArgumentException",
    parameter === undefined ? message : `${message} (Parameter '${parameter}')`,
  );
export const argumentNull = (parameter: string) =>
  new NetException("System.ArgumentNullException", `Value cannot be null. (Parameter '${parameter}')`);
export const argumentOutOfRange = (
  parameter: string,
  message = "Specified argument was out of the range of valid values.",
) => new NetException("System.ArgumentOutOfRangeException", `${message} (Parameter '${parameter}')`);
