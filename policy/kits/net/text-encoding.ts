import { charge, tickMany } from "@/policy/expression/values/budget";
import { NetObject } from "@/policy/expression/values/net-object";

/** A way to write characters as bytes. */
export interface Codec {
  readonly webName: string;
  readonly displayName: string;
  readonly codePage: number;
  readonly maxBytesPerChar: number;
  readonly preamble: readonly number[];
  encode(text: string): Uint8Array;
  decode(bytes: Uint8Array): string;
}

/** System.Text.Encoding, with .NET's metering around a codec. */
export class TextEncodingObject extends NetObject {
  readonly codec: Codec;

  constructor(codec: Codec) {
    super();
    this.codec = codec;
  }

  override get typeName(): string {
    return this.codec.codePage === 65_001 ? "System.Text.UTF8Encoding" : "System.Text.Encoding";
  }

  override equalTo(other: unknown): boolean {
    return other instanceof TextEncodingObject && other.codec === this.codec;
  }
  override hash(): number {
    return this.codec.codePage;
  }

  bytes(text: string): Uint8Array {
    tickMany(1 + (text.length >> 4));
    charge(text.length * this.codec.maxBytesPerChar);
    return this.codec.encode(text);
  }

  text(bytes: Uint8Array): string {
    tickMany(1 + (bytes.length >> 4));
    charge(bytes.length * 2);
    return this.codec.decode(bytes);
  }
}
