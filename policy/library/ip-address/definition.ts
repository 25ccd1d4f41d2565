import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Net;
  /// An address of the internet protocol.
  public class IPAddress {
    [Beyond] IPAddress(byte[] address);
    [Beyond] static readonly IPAddress Any;
    [Beyond] static readonly IPAddress Loopback;
    [Beyond] static readonly IPAddress Broadcast;
    [Beyond] static readonly IPAddress None;
    [Beyond] static readonly IPAddress IPv6Any;
    [Beyond] static readonly IPAddress IPv6Loopback;
    static IPAddress Parse(string ipString);
    static bool TryParse(string ipString, out IPAddress address);
    static bool IsLoopback(IPAddress address);
    [Beyond] static short HostToNetworkOrder(short host);
    [Beyond] static int HostToNetworkOrder(int host);
    [Beyond] static long HostToNetworkOrder(long host);
    [Beyond] static short NetworkToHostOrder(short network);
    [Beyond] static int NetworkToHostOrder(int network);
    [Beyond] static long NetworkToHostOrder(long network);
    AddressFamily AddressFamily { get; }
    byte[] GetAddressBytes();
    [Beyond] bool IsIPv4MappedToIPv6 { get; }
    [Beyond] IPAddress MapToIPv4();
    [Beyond] IPAddress MapToIPv6();
  }
`);
