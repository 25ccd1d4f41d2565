import type { Ref } from "@/policy/expression/values/boxed";
import { argumentException, argumentNull, formatException } from "@/policy/expression/values/net-exception";
import { parseAddress } from "@/policy/kits/net/ip-text";
import { NetIpAddress } from "@/policy/kits/net/net-ip-address";
import { implementType } from "../implement";

const interNetwork = 2;
const interNetworkV6 = 23;
const fixed = (text: string) => {
  const address = new NetIpAddress(parseAddress(text) as Uint8Array);
  return () => address;
};

function given<T>(value: T | null, parameter: string): T {
  if (value === null) throw argumentNull(parameter);
  return value;
}
const swapShort = (value: number): number => (((value & 0xff) << 24) >> 16) | ((value >> 8) & 0xff);
const swapInt = (value: number): number =>
  ((value & 0xff) << 24) | ((value & 0xff_00) << 8) | ((value >> 8) & 0xff_00) | ((value >>> 24) & 0xff);
function swapLong(value: bigint): bigint {
  let result = 0n;
  for (let at = 0n; at < 8n; at++) result = (result << 8n) | ((BigInt.asUintN(64, value) >> (at * 8n)) & 0xffn);
  return BigInt.asIntN(64, result);
}

export const runtime = implementType("System.Net.IPAddress", {
  "new(byte[])": (bytes: Uint8Array | null) => {
    const own = given(bytes, "address");
    if (own.length !== 4 && own.length !== 16)
      throw argumentException("An invalid IP address was specified.", "address");
    return new NetIpAddress(own.slice());
  },
  Any: fixed("0.0.0.0"),
  Loopback: fixed("127.0.0.1"),
  Broadcast: fixed("255.255.255.255"),
  None: fixed("255.255.255.255"),
  IPv6Any: fixed("::"),
  IPv6Loopback: fixed("::1"),
  "Parse(string)": (text: string | null) => {
    const bytes = parseAddress(given(text, "ipString"));
    if (bytes === null) throw formatException("An invalid IP address was specified.");
    return new NetIpAddress(bytes);
  },
  "TryParse(string, out IPAddress)": (text: string | null, result: Ref<NetIpAddress | null>) => {
    const bytes = text === null ? null : parseAddress(text);
    result.value = bytes === null ? null : new NetIpAddress(bytes);
    return bytes !== null;
  },
  "IsLoopback(IPAddress)": (address: NetIpAddress | null) => given(address, "address").isLoopback,
  "HostToNetworkOrder(short)": swapShort,
  "HostToNetworkOrder(int)": swapInt,
  "HostToNetworkOrder(long)": swapLong,
  "NetworkToHostOrder(short)": swapShort,
  "NetworkToHostOrder(int)": swapInt,
  "NetworkToHostOrder(long)": swapLong,
  AddressFamily: (self: NetIpAddress) => (self.isV4 ? interNetwork : interNetworkV6),
  "GetAddressBytes()": (self: NetIpAddress) => self.bytes.slice(),
  IsIPv4MappedToIPv6: (self: NetIpAddress) => self.isMapped,
  "MapToIPv4()": (self: NetIpAddress) => (self.isV4 ? self : new NetIpAddress(self.bytes.slice(12))),
  "MapToIPv6()": (self: NetIpAddress) =>
    self.isV4 ? new NetIpAddress(Uint8Array.from([...Array(10).fill(0), 255, 255, ...self.bytes])) : self,
});
