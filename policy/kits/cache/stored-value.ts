import { Fault } from "@/policy/fault";
import { NotStorable } from "./not-storable";
import { valueFromJson } from "./value-from-json";
import { valueToJson } from "./value-to-json";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A boxed value as bytes, from which it comes back with its type. A Fault where it cannot. */
export function toStored(value: unknown, source: string): Uint8Array {
  try {
    return encoder.encode(JSON.stringify(valueToJson(value)));
  } catch (error) {
    if (!(error instanceof NotStorable)) throw error;
    const message = `${error.message} Store a string, a number, a date, JSON, XML, bytes, a response, or a list of these.`;
    throw new Fault({ source, reason: "ValueNotStorable", status: 500, message });
  }
}

/** undefined: what is stored is not a value that toStored wrote. */
export function fromStored(bytes: Uint8Array): unknown {
  try {
    return valueFromJson(JSON.parse(decoder.decode(bytes)));
  } catch {
    return undefined;
  }
}
