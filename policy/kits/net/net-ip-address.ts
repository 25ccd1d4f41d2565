import { NetObject } from "@/policy/expression/values/net-object";
import { addressText } from "./ip-text";

/** System.Net.IPAddress */
export class NetIpAddress extends NetObject {
  override readonly typeName = "System.Net.IPAddress";
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    super();
    this.bytes = bytes;
  }

  get isV4(): boolean {
    return this.bytes.length === 4;
  }
  get isMapped(): boolean {
    return (
      !this.isV4 &&
      this.bytes.slice(0, 10).every((byte) => byte === 0) &&
      this.bytes[10] === 255 &&
      this.bytes[11] === 255
    );
  }
  get isLoopback(): boolean {
    return this.isV4 ? this.bytes[0] === 127 : this.toText() === "::1" || (this.isMapped && this.bytes[12] === 127);
  }

  override toText(): string {
    return addressText(this.bytes);
  }
  override equalTo(other: unknown): boolean {
    return other instanceof NetIpAddress && other.toText() === this.toText();
  }
  override hash(): number {
    return this.bytes.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, this.bytes.length);
  }
}
