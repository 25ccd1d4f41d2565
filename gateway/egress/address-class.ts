import ipaddr from "ipaddr.js";

/**
 * "private" machines are what a gateway exists to call. "local" is this very machine (or everybody around it), "link" what
 * no router passes on, where clouds put the machine's own credentials; nobody calls a backend there.
 */
export type AddressClass = "public" | "private" | "local" | "link";

/** Where clouds answer questions about the machine itself, beside 169.254.0.0/16. */
const metadata = new Set([
  "168.63.129.16",
  "100.100.100.200",
  "192.0.0.192",
  "fd00:ec2::254",
  "fd20:ce::254",
  "fd00:42::42",
]);

const classes: Record<string, AddressClass> = {
  unspecified: "local",
  loopback: "local",
  broadcast: "local",
  multicast: "local",
  linkLocal: "link",
  private: "private",
  carrierGradeNat: "private",
  uniqueLocal: "private",
};

/** Of an address as a resolver or a URL writes it; null where it is none. */
export function classOf(text: string): AddressClass | null {
  const address = parsed(text);
  if (address === null) return null;
  if (metadata.has(address.toString())) return "link";
  if (address.kind() === "ipv6") {
    const inside = carriedBy(address as ipaddr.IPv6);
    const own = classes[address.range()] ?? "public";
    return inside === null || own === "local" || own === "link" ? own : (classOf(inside) ?? own);
  }
  return classes[address.range()] ?? "public";
}

/** In the one way of writing it, IPv4 where it is IPv4 in disguise. */
export function canonicalAddress(text: string): string | null {
  const address = parsed(text);
  if (address === null) return null;
  if (address.kind() === "ipv6" && (address as ipaddr.IPv6).isIPv4MappedAddress()) {
    return (address as ipaddr.IPv6).toIPv4Address().toString();
  }
  return address.toString();
}

function parsed(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = text.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (!ipaddr.isValid(bare)) return null;
  return ipaddr.parse(bare);
}

/** The IPv4 address that packets to this one end at: mapped, compatible, translated (NAT64), 6to4, Teredo, ISATAP. */
function carriedBy(address: ipaddr.IPv6): string | null {
  const bytes = address.toByteArray();
  const at = (from: number, mask = 0) =>
    bytes
      .slice(from, from + 4)
      .map((byte) => byte ^ mask)
      .join(".");
  const startsWith = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  const zero = (from: number, to: number) => bytes.slice(from, to).every((byte) => byte === 0);
  if (zero(0, 10) && ((bytes[10] === 0xff && bytes[11] === 0xff) || zero(10, 12))) return at(12);
  if (zero(0, 8) && bytes[8] === 0xff && bytes[9] === 0xff && zero(10, 12)) return at(12);
  if (startsWith(0x00, 0x64, 0xff, 0x9b)) return at(12);
  if (startsWith(0x20, 0x02)) return at(2);
  if (startsWith(0x20, 0x01, 0x00, 0x00)) return at(12, 0xff);
  if ((bytes[8] === 0 || bytes[8] === 2) && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe) return at(12);
  return null;
}
