import { boxChar } from "@/policy/expression/values/boxed";
import { charge, tick } from "@/policy/expression/values/budget";
import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentException, argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import {
  ascii,
  bigEndianUnicode,
  codecNamed,
  codecOfPage,
  latin1,
  unicode,
  utf8,
  utf32,
} from "@/policy/kits/net/codecs";
import { type Codec, TextEncodingObject } from "@/policy/kits/net/text-encoding";
import { newArray } from "@/policy/kits/object/new-array";
import { charCodes, textOfCodes } from "@/policy/kits/text/char-codes";
import { implementType } from "../implement";

const of = (codec: Codec) => {
  const encoding = new TextEncodingObject(codec);
  return () => encoding;
};

function given<T>(value: T | null, parameter: string): T {
  if (value === null) throw argumentNull(parameter);
  return value;
}

function slice(bytes: Uint8Array | null, index: number, count: number): Uint8Array {
  const all = given(bytes, "bytes");
  if (index < 0) throw argumentOutOfRange("index", "Non-negative number required.");
  if (count < 0) throw argumentOutOfRange("count", "Non-negative number required.");
  if (index + count > all.length) {
    throw argumentOutOfRange("bytes", "Index and count must refer to a location within the buffer.");
  }
  return all.subarray(index, index + count);
}

const textOfChars = (chars: NetArray | null): string => textOfCodes(charCodes(given(chars, "chars")));
function charArray(text: string): NetArray {
  charge(16 * text.length);
  const characters: unknown[] = [];
  for (let at = 0; at < text.length; at++) {
    tick();
    characters.push(boxChar(text.charCodeAt(at)));
  }
  return newArray("System.Char", characters);
}

function named(name: string | null): TextEncodingObject {
  const codec = codecNamed(given(name, "name"));
  if (codec === null) {
    throw argumentException(
      `'${name}' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.`,
      "name",
    );
  }
  return new TextEncodingObject(codec);
}

function ofPage(codePage: number): TextEncodingObject {
  const codec = codecOfPage(codePage);
  if (codec === null) {
    throw argumentException(
      `No data is available for encoding ${codePage}. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.`,
    );
  }
  return new TextEncodingObject(codec);
}

const utf8Encoding = of(utf8);
type Self = TextEncodingObject;
type Bytes = Uint8Array | null;

export const runtimes = [
  implementType("System.Text.Encoding", {
    UTF8: utf8Encoding,
    ASCII: of(ascii),
    Unicode: of(unicode),
    BigEndianUnicode: of(bigEndianUnicode),
    UTF32: of(utf32),
    Latin1: of(latin1),
    Default: utf8Encoding,
    "GetEncoding(string)": named,
    "GetEncoding(int)": ofPage,
    "Convert(Encoding, Encoding, byte[])": (from: Self | null, to: Self | null, bytes: Bytes) =>
      given(to, "dstEncoding").bytes(given(from, "srcEncoding").text(given(bytes, "bytes"))),
    WebName: ({ codec }: Self) => codec.webName,
    BodyName: ({ codec }: Self) => codec.webName,
    HeaderName: ({ codec }: Self) => codec.webName,
    EncodingName: ({ codec }: Self) => codec.displayName,
    CodePage: ({ codec }: Self) => codec.codePage,
    IsSingleByte: ({ codec }: Self) => codec.maxBytesPerChar === 1,
    "GetBytes(string)": (self: Self, text: string | null) => self.bytes(given(text, "s")),
    "GetBytes(char[])": (self: Self, chars: NetArray | null) => self.bytes(textOfChars(chars)),
    "GetBytes(char[], int, int)": (self: Self, chars: NetArray | null, index: number, count: number) =>
      self.bytes(textOfChars(chars).slice(index, index + count)),
    "GetString(byte[])": (self: Self, bytes: Bytes) => self.text(given(bytes, "bytes")),
    "GetString(byte[], int, int)": (self: Self, bytes: Bytes, index: number, count: number) =>
      self.text(slice(bytes, index, count)),
    "GetChars(byte[])": (self: Self, bytes: Bytes) => charArray(self.text(given(bytes, "bytes"))),
    "GetChars(byte[], int, int)": (self: Self, bytes: Bytes, index: number, count: number) =>
      charArray(self.text(slice(bytes, index, count))),
    "GetByteCount(string)": (self: Self, text: string | null) => self.bytes(given(text, "s")).length,
    "GetByteCount(char[])": (self: Self, chars: NetArray | null) => self.bytes(textOfChars(chars)).length,
    "GetCharCount(byte[])": (self: Self, bytes: Bytes) => self.text(given(bytes, "bytes")).length,
    "GetMaxByteCount(int)": ({ codec }: Self, count: number) => (count + 1) * codec.maxBytesPerChar,
    "GetPreamble()": ({ codec }: Self) => Uint8Array.from(codec.preamble),
  }),
  implementType("System.Text.UTF8Encoding", {
    "new()": utf8Encoding,
    "new(bool)": (_emitsPreamble: boolean) => utf8Encoding(),
  }),
];
