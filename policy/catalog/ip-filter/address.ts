import ipaddr from "ipaddr.js";

/** An address as a number; what IPv6 writes as ::ffff:1.2.3.4 is the IPv4 address inside it. */
export interface Address {
  readonly version: 4 | 6;
  readonly value: bigint;
}

/** null where the text is none: all four parts of IPv4 are written, in decimal and without leading zeros. */
export function parseAddress(text: string): Address | null {
  const bare = text.trim().replace(/%.*$/, "");
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) {
    return /(^|\.)0\d/.test(bare) ? null : addressOf(ipaddr.IPv4.parse(bare));
  }
  return ipaddr.IPv6.isValid(bare) ? addressOf(ipaddr.process(bare)) : null;
}

function addressOf(address: ipaddr.IPv4 | ipaddr.IPv6): Address {
  const value = address.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return { version: address.kind() === "ipv4" ? 4 : 6, value };
}

/** From the first to the last address, both included. */
export interface AddressRange {
  readonly from: Address;
  readonly to: Address;
}

/** A problem in words where it is no range. */
export function rangeOf(first: string, last: string): AddressRange | string {
  const from = parseAddress(first);
  if (from === null) return notAddress(first);
  const to = parseAddress(last);
  if (to === null) return notAddress(last);
  if (from.version !== to.version) return `'${first}' and '${last}' are not of the same version of IP.`;
  return from.value <= to.value ? { from, to } : `The range from '${first}' to '${last}' ends before it begins.`;
}

export const notAddress = (text: string): string => `'${text}' is not an IP address.`;

export const isInRange = ({ version, value }: Address, { from, to }: AddressRange): boolean =>
  version === from.version && value >= from.value && value <= to.value;
