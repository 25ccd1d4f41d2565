import type { Ref } from "@/policy/expression/values/boxed";
import { charge } from "@/policy/expression/values/budget";
import { argumentException, argumentNull } from "@/policy/expression/values/net-exception";
import { Guid, hex } from "@/policy/kits/guid/guid";
import { isGuidFormat, parseGuid, parseGuidExactly, tryParseGuid } from "@/policy/kits/guid/parse-guid";
import { implementType } from "@/policy/library/implement";

type Text = string | null;

function fromParts(a: number, b: number, c: number, rest: Iterable<number>): Guid {
  const bytes = Array.from(rest, (byte) => hex(byte, 2)).join("");
  return new Guid(hex(a, 8) + hex(b, 4) + hex(c, 4) + bytes);
}

function tryParse(found: Guid | null, result: Ref<Guid>): boolean {
  result.value = found ?? Guid.empty;
  return found !== null;
}

export const runtime = implementType(
  "System.Guid",
  {
    Empty: () => Guid.empty,
    "new()": () => Guid.empty,
    "new(byte[])": (bytes: Uint8Array | null) => Guid.fromBytes(bytes),
    "new(string)": (text: Text) => parseGuid(text, "g"),
    "new(int, short, short, byte[])": (a: number, b: number, c: number, rest: Uint8Array | null) => {
      if (rest === null) throw argumentNull("d");
      if (rest.length !== 8) throw argumentException("Byte array for Guid must be exactly 8 bytes long.", "d");
      return fromParts(a, b, c, rest);
    },
    "new(int, short, short, byte, byte, byte, byte, byte, byte, byte, byte)": (
      a: number,
      b: number,
      c: number,
      ...rest: number[]
    ) => fromParts(a, b, c, rest),
    "NewGuid()": () => {
      charge(64);
      return Guid.random();
    },
    "Parse(string)": (text: Text) => parseGuid(text),
    "ParseExact(string, string)": parseGuidExactly,
    "TryParse(string, out Guid)": (text: Text, result: Ref<Guid>) => tryParse(tryParseGuid(text), result),
    "TryParse(string, IFormatProvider, out Guid)": (text: Text, _: unknown, result: Ref<Guid>) =>
      tryParse(tryParseGuid(text), result),
    "TryParseExact(string, string, out Guid)": (text: Text, format: Text, result: Ref<Guid>) =>
      tryParse(isGuidFormat(format) ? tryParseGuid(text, format) : null, result),
    "CompareTo(object)": (guid: Guid, other: unknown) => guid.compareWith(other),
    "CompareTo(Guid)": (guid: Guid, other: Guid) => guid.compareTo(other),
    "Equals(object)": (guid: Guid, other: unknown) => guid.equalTo(other),
    "Equals(Guid)": (guid: Guid, other: Guid) => guid.equalTo(other),
    "GetHashCode()": (guid: Guid) => guid.hash(),
    "ToByteArray()": (guid: Guid) => {
      charge(16);
      return guid.toBytes();
    },
    "ToString()": (guid: Guid) => guid.toText(),
    "ToString(string)": (guid: Guid, format: Text) => guid.format(format),
    "ToString(string, IFormatProvider)": (guid: Guid, format: Text) => guid.format(format),
    "operator ==(Guid, Guid)": (a: Guid, b: Guid) => a.digits === b.digits,
    "operator !=(Guid, Guid)": (a: Guid, b: Guid) => a.digits !== b.digits,
    "operator <(Guid, Guid)": (a: Guid, b: Guid) => a.digits < b.digits,
    "operator <=(Guid, Guid)": (a: Guid, b: Guid) => a.digits <= b.digits,
    "operator >(Guid, Guid)": (a: Guid, b: Guid) => a.digits > b.digits,
    "operator >=(Guid, Guid)": (a: Guid, b: Guid) => a.digits >= b.digits,
  },
  { defaultValue: Guid.empty },
);
